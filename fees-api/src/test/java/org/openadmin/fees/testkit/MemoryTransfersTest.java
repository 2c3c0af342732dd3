package org.openadmin.fees.testkit;

class MemoryTransfersTest extends TransfersContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
