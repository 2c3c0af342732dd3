package org.openadmin.fees.testkit;

class MemoryClaimsTest extends ClaimsContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
