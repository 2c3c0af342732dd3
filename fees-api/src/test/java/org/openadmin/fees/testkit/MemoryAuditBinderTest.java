package org.openadmin.fees.testkit;

class MemoryAuditBinderTest extends AuditBinderContract {

    @Override
    protected Office open(TestClock today) {
        return new MemoryOffice(Kit.settings(), today);
    }
}
