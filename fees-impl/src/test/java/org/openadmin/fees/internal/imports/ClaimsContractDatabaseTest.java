package org.openadmin.fees.internal.imports;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.ClaimsContract;
import org.openadmin.fees.testkit.Office;

class ClaimsContractDatabaseTest extends ClaimsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
