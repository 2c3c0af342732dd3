package org.openadmin.fees.internal.billing;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FeeCatalogueContract;
import org.openadmin.fees.testkit.Office;

class FeeCatalogueContractDatabaseTest extends FeeCatalogueContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
