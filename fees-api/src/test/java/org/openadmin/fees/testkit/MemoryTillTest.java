package org.openadmin.fees.testkit;

class MemoryTillTest extends TillContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
