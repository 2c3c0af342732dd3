package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.WaiverReasonsContract;

class WaiverReasonsContractDatabaseTest extends WaiverReasonsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    @AfterEach
    void theJournalIsSound() {
        assertThat(((ContractOffice) office).office.faults()).isEmpty();
    }
}
