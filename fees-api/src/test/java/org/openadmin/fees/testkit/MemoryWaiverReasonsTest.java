package org.openadmin.fees.testkit;

class MemoryWaiverReasonsTest extends FamilyNumbersContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
