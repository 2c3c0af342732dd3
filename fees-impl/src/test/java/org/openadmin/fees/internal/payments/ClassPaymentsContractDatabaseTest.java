package org.openadmin.fees.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.ClassPaymentsContract;
import org.openadmin.fees.testkit.Office;

class ClassPaymentsContractDatabaseTest extends ClassPaymentsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    @AfterEach
    void theJournalIsSound() {
        assertThat(((ContractOffice) office).office.faults()).isEmpty();
    }
}
