package org.openadmin.fees.testkit;

class MemoryFeesOverviewTest extends FeesOverviewContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
