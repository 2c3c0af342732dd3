package org.openadmin.fees.internal.binder;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.AuditBinderContract;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.TestClock;

class AuditBinderContractDatabaseTest extends AuditBinderContract {

    @Override
    protected Office open(TestClock today) {
        return new ContractOffice(today);
    }
}
