package org.openadmin.fees.internal.journal;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.JournalContract;
import org.openadmin.fees.testkit.Office;

class JournalContractDatabaseTest extends JournalContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
