package org.openadmin.fees.testkit;

class MemoryClosingsTest extends ClosingsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
