package org.openadmin.fees.testkit;

class MemoryBankFilesTest extends BankFilesContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
