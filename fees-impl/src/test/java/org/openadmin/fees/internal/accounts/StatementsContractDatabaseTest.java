package org.openadmin.fees.internal.accounts;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.StatementsContract;

class StatementsContractDatabaseTest extends StatementsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
