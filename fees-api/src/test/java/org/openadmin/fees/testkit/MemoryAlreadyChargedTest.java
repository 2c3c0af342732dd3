package org.openadmin.fees.testkit;

class MemoryAlreadyChargedTest extends AlreadyChargedContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
