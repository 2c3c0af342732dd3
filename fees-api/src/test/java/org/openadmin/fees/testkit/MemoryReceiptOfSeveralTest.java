package org.openadmin.fees.testkit;

class MemoryReceiptOfSeveralTest extends ReceiptOfSeveralContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
