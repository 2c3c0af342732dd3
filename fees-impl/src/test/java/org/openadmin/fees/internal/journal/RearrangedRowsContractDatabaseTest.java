package org.openadmin.fees.internal.journal;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.RearrangedRowsContract;

class RearrangedRowsContractDatabaseTest extends RearrangedRowsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
