package org.openadmin.fees.internal.journal;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.MonthRowsContract;
import org.openadmin.fees.testkit.Office;

class MonthRowsContractDatabaseTest extends MonthRowsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
