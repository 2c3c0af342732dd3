package org.openadmin.fees.internal.imports;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.BankFilesContract;
import org.openadmin.fees.testkit.Office;

class BankFilesContractDatabaseTest extends BankFilesContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
