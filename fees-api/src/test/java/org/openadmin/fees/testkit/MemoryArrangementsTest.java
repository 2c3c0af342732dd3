package org.openadmin.fees.testkit;

class MemoryArrangementsTest extends ArrangementsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
