package org.openadmin.fees.internal.accounts;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.FamilyNumbersContract;
import org.openadmin.fees.testkit.Office;

class FamilyNumbersContractDatabaseTest extends FamilyNumbersContract {

    @Override
    protected Office open() {
        return ContractOffice.withFamilyNumbers();
    }
}
