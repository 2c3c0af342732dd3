package org.openadmin.fees.internal.payers;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.PayersContract;

class PayersContractDatabaseTest extends PayersContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
