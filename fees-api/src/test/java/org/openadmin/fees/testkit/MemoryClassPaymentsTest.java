package org.openadmin.fees.testkit;

class MemoryClassPaymentsTest extends ClassPaymentsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
