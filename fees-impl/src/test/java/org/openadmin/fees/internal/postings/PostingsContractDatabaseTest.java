package org.openadmin.fees.internal.postings;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.PostingsContract;

class PostingsContractDatabaseTest extends PostingsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
