package org.openadmin.fees.internal.audit;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.AuditLogContract;
import org.openadmin.fees.testkit.Office;

class AuditLogContractDatabaseTest extends AuditLogContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
