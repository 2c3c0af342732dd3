package org.openadmin.fees.testkit;

class MemorySplitsTest extends SplitsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
