package org.openadmin.fees.internal.billing;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.CatchUpsContract;
import org.openadmin.fees.testkit.Office;

class CatchUpsContractDatabaseTest extends CatchUpsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
