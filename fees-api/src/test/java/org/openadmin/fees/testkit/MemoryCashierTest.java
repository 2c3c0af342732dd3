package org.openadmin.fees.testkit;

class MemoryCashierTest extends CashierContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
