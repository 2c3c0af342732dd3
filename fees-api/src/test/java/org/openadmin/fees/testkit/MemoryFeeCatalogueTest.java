package org.openadmin.fees.testkit;

class MemoryFeeCatalogueTest extends FeeCatalogueContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
