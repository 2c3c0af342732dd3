package org.openadmin.fees.testkit;

class MemoryDrawerTest extends DrawerContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
