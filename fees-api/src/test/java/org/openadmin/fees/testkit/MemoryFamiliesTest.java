package org.openadmin.fees.testkit;

class MemoryFamiliesTest extends FamiliesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
