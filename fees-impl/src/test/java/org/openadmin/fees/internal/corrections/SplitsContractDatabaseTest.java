package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.SplitsContract;

class SplitsContractDatabaseTest extends SplitsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    @AfterEach
    void everyRuleHolds() {
        DatabaseOffice database = ((ContractOffice) office).office;
        assertThat(database.faults()).isEmpty();
    }
}
