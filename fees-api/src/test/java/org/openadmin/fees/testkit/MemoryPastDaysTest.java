package org.openadmin.fees.testkit;

class MemoryPastDaysTest extends PastDaysContract {

    @Override
    protected Office open(TestClock today) {
        return new MemoryOffice(Kit.settings(), today);
    }
}
