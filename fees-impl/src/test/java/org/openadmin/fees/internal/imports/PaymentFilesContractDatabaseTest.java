package org.openadmin.fees.internal.imports;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.PaymentFilesContract;

class PaymentFilesContractDatabaseTest extends PaymentFilesContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
