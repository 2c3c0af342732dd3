package org.openadmin.fees.internal.billing;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.DueDatesContract;
import org.openadmin.fees.testkit.Office;

class DueDatesContractDatabaseTest extends DueDatesContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
