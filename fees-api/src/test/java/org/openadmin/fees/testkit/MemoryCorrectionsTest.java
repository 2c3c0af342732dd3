package org.openadmin.fees.testkit;

class MemoryCorrectionsTest extends CorrectionsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
