package org.openadmin.fees.internal.corrections;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.RepeatedAmountsContract;

class RepeatedAmountsContractDatabaseTest extends RepeatedAmountsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
