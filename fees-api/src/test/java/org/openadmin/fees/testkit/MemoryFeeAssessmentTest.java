package org.openadmin.fees.testkit;

class MemoryFeeAssessmentTest extends FeeAssessmentContract {

    @Override
    protected Office open() {
        return new MemoryOffice();
    }
}
