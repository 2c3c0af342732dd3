package org.openadmin.fees.testkit;

class MemoryCashRoundingTest extends CashRoundingContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
