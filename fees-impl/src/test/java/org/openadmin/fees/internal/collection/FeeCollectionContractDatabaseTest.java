package org.openadmin.fees.internal.collection;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FeeCollectionContract;
import org.openadmin.fees.testkit.Office;

class FeeCollectionContractDatabaseTest extends FeeCollectionContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
