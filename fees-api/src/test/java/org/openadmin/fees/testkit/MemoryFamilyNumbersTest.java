package org.openadmin.fees.testkit;

class MemoryFamilyNumbersTest extends FamilyNumbersContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
