package org.openadmin.fees.internal.parents;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.ParentAccountsContract;

class ParentAccountsContractDatabaseTest extends ParentAccountsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
