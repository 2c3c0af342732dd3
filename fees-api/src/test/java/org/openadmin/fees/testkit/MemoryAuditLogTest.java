package org.openadmin.fees.testkit;

class MemoryAuditLogTest extends AuditLogContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
