package org.openadmin.fees.testkit;

class MemoryCounterSalesTest extends CounterSalesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
