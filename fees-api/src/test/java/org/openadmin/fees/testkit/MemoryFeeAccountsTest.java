package org.openadmin.fees.testkit;

class MemoryFeeAccountsTest extends FeeAccountsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
