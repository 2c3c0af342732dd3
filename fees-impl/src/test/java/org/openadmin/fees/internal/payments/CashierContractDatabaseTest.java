package org.openadmin.fees.internal.payments;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.CashierContract;
import org.openadmin.fees.testkit.Office;

class CashierContractDatabaseTest extends CashierContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
