package org.openadmin.fees.testkit;

class MemoryParentAccountsTest extends ParentAccountsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
