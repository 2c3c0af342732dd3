package org.openadmin.fees.testkit;

class MemoryMovedCreditTest extends MovedCreditContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
