package org.openadmin.fees.testkit;

class MemoryCoversTest extends CoversContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
