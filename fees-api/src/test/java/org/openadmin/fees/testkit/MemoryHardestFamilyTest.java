package org.openadmin.fees.testkit;

class MemoryHardestFamilyTest extends HardestFamilyContract {

    @Override
    protected Office open(TestClock today) {
        return new MemoryOffice(Kit.settings(), today);
    }

    /** The office in memory has no checks of its own. */
    @Override
    protected void requireSound() {}
}
