package org.openadmin.fees.internal.billing;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.AlreadyChargedContract;
import org.openadmin.fees.testkit.Office;

class AlreadyChargedContractDatabaseTest extends AlreadyChargedContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
