package org.openadmin.fees.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.testkit.ArrangementsContract;
import org.openadmin.fees.testkit.Office;

class ArrangementsContractDatabaseTest extends ArrangementsContract {

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
