package org.openadmin.fees.internal.students;

import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.StudentsContract;

class StudentsContractDatabaseTest extends StudentsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }
}
