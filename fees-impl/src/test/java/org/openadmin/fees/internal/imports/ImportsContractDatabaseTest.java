package org.openadmin.fees.internal.imports;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.ImportsContract;
import org.openadmin.fees.testkit.Office;

class ImportsContractDatabaseTest extends ImportsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
