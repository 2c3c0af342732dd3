package org.openadmin.fees.internal.payments;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.DrawerContract;
import org.openadmin.fees.testkit.Office;

class DrawerContractDatabaseTest extends DrawerContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
