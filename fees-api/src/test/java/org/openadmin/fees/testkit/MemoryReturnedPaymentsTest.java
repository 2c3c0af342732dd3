package org.openadmin.fees.testkit;

class MemoryReturnedPaymentsTest extends ReturnedPaymentsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
