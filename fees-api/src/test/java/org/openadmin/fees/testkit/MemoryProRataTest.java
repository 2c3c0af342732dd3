package org.openadmin.fees.testkit;

class MemoryProRataTest extends ProRataContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
