package org.openadmin.fees.testkit;

class MemoryInstalmentsTest extends InstalmentsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
