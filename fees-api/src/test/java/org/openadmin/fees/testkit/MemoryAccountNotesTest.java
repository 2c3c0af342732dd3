package org.openadmin.fees.testkit;

class MemoryAccountNotesTest extends AccountNotesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
