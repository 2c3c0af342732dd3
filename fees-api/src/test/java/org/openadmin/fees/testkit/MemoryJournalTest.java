package org.openadmin.fees.testkit;

class MemoryJournalTest extends JournalContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
