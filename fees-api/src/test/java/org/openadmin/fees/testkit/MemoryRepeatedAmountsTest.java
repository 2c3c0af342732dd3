package org.openadmin.fees.testkit;

class MemoryRepeatedAmountsTest extends RepeatedAmountsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
