package org.openadmin.fees.internal.collection;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.PastCollectionContract;

class PastCollectionContractDatabaseTest extends PastCollectionContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
