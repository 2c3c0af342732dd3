package org.openadmin.fees.internal.journal;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.MonthSummariesContract;
import org.openadmin.fees.testkit.Office;

class MonthSummariesContractDatabaseTest extends MonthSummariesContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
