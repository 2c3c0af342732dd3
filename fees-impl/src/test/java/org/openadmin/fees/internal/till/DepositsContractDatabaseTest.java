package org.openadmin.fees.internal.till;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.DepositsContract;
import org.openadmin.fees.testkit.Office;

class DepositsContractDatabaseTest extends DepositsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
