package org.openadmin.fees.internal.billing;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FeeAssessmentContract;
import org.openadmin.fees.testkit.Office;

class FeeAssessmentContractDatabaseTest extends FeeAssessmentContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
