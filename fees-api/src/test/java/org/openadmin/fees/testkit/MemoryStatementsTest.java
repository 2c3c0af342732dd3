package org.openadmin.fees.testkit;

class MemoryStatementsTest extends StatementsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
