package org.openadmin.fees.testkit;

class MemoryRefundsTest extends RefundsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
