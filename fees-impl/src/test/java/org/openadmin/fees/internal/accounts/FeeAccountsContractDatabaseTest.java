package org.openadmin.fees.internal.accounts;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FeeAccountsContract;
import org.openadmin.fees.testkit.Office;

class FeeAccountsContractDatabaseTest extends FeeAccountsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
