package org.openadmin.fees.internal.accounts;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.PastDaysContract;
import org.openadmin.fees.testkit.TestClock;

class PastDaysContractDatabaseTest extends PastDaysContract {

    @Override
    protected Office open(TestClock today) {
        return new ContractOffice(today);
    }
}
