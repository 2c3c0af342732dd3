package org.openadmin.fees.internal.accounts;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FamiliesContract;
import org.openadmin.fees.testkit.Office;

class FamiliesContractDatabaseTest extends FamiliesContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
