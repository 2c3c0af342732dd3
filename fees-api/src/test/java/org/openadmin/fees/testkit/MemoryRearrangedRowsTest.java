package org.openadmin.fees.testkit;

class MemoryRearrangedRowsTest extends RearrangedRowsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
