package org.openadmin.fees.internal.overview;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FeesOverviewContract;
import org.openadmin.fees.testkit.Office;

class FeesOverviewContractDatabaseTest extends FeesOverviewContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
