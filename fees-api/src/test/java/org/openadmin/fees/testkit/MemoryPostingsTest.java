package org.openadmin.fees.testkit;

class MemoryPostingsTest extends PostingsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
