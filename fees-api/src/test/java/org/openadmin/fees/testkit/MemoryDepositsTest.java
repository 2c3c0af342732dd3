package org.openadmin.fees.testkit;

class MemoryDepositsTest extends DepositsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
