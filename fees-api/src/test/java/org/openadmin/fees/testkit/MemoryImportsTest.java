package org.openadmin.fees.testkit;

class MemoryImportsTest extends ImportsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
