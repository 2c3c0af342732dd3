package org.openadmin.fees.testkit;

class MemoryReceiptsTest extends ReceiptsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
