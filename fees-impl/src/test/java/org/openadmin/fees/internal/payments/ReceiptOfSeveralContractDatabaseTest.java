package org.openadmin.fees.internal.payments;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.ReceiptOfSeveralContract;

class ReceiptOfSeveralContractDatabaseTest extends ReceiptOfSeveralContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
