package org.openadmin.fees.testkit;

class MemoryPayersTest extends PayersContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
