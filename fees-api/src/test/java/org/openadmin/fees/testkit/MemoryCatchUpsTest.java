package org.openadmin.fees.testkit;

class MemoryCatchUpsTest extends CatchUpsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
