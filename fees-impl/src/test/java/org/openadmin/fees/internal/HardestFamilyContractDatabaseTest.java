package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.openadmin.fees.testkit.HardestFamilyContract;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.TestClock;

class HardestFamilyContractDatabaseTest extends HardestFamilyContract {

    @Override
    protected Office open(TestClock today) {
        return new ContractOffice(today);
    }

    @Override
    protected void requireSound() {
        assertThat(((ContractOffice) office).office.faults()).isEmpty();
    }
}
