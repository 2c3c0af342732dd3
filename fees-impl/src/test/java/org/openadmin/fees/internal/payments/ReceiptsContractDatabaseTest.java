package org.openadmin.fees.internal.payments;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.ReceiptsContract;

class ReceiptsContractDatabaseTest extends ReceiptsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
