package org.openadmin.fees.testkit;

class MemoryVoidsAndRefundsTest extends VoidsAndRefundsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
