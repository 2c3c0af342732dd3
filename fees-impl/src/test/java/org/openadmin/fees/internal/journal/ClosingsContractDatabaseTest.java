package org.openadmin.fees.internal.journal;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.ClosingsContract;
import org.openadmin.fees.testkit.Office;

class ClosingsContractDatabaseTest extends ClosingsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
