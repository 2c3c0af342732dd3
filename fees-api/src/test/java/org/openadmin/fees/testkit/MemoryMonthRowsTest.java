package org.openadmin.fees.testkit;

class MemoryMonthRowsTest extends MonthRowsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
