package org.openadmin.fees.testkit;

class MemoryFamilyPaymentsTest extends FamilyPaymentsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
