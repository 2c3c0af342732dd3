package org.openadmin.fees.testkit;

class MemoryReversalsTest extends ReversalsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
