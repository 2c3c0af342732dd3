package org.openadmin.fees.testkit;

class MemoryDueDatesTest extends DueDatesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
