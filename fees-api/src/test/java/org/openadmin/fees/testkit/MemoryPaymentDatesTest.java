package org.openadmin.fees.testkit;

class MemoryPaymentDatesTest extends PaymentDatesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
