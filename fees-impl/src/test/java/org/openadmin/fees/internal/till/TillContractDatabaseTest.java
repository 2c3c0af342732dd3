package org.openadmin.fees.internal.till;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.TillContract;

class TillContractDatabaseTest extends TillContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
