package org.openadmin.fees.internal.notes;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.AccountNotesContract;
import org.openadmin.fees.testkit.Office;

class AccountNotesContractDatabaseTest extends AccountNotesContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
