package org.openadmin.fees.testkit;

class MemoryPastCollectionTest extends PastCollectionContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
