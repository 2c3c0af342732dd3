package org.openadmin.fees.testkit;

class MemoryStudentsTest extends StudentsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
