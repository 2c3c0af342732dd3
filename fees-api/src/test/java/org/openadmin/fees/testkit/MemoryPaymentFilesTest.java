package org.openadmin.fees.testkit;

class MemoryPaymentFilesTest extends PaymentFilesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
