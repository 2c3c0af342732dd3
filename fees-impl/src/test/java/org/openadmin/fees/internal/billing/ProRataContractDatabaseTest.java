package org.openadmin.fees.internal.billing;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.ProRataContract;

class ProRataContractDatabaseTest extends ProRataContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
