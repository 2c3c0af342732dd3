package org.openadmin.fees.testkit;

class MemoryFeeCollectionTest extends FeeCollectionContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
