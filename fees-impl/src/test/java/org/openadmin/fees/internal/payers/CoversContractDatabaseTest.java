package org.openadmin.fees.internal.payers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.verify.JournalVerification;
import org.openadmin.fees.testkit.CoversContract;
import org.openadmin.fees.testkit.Office;

class CoversContractDatabaseTest extends CoversContract {

    private ContractOffice opened;

    @Override
    protected Office open() {
        opened = new ContractOffice();
        return opened;
    }

    /** After everything that the contract did, the journal keeps every rule. */
    @AfterAll
    void verifyFindsNothing() {
        JournalVerification verification =
                new JournalVerification(opened.office.database, opened.office.settings, () -> 3);

        assertThat(verification.run().faults()).isEmpty();
    }
}
