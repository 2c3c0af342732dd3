package org.openadmin.fees.testkit;

class MemoryYearLimitsTest extends YearLimitsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
