package org.openadmin.fees.testkit;

class MemoryMonthSummariesTest extends MonthSummariesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
