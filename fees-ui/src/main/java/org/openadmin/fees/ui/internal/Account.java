package org.openadmin.fees.ui.internal;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.Charge;
import org.openadmin.fees.api.FeeAccounts;
import org.openadmin.fees.api.Statements;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;
import org.openadmin.fees.api.Students;
import org.openadmin.fees.api.UnknownStudentException;

/** One student's account as the counter shows it. */
record Account(StudentOfRecord student, Statements.State state, AccountBalance balance, List<Charge> outstanding) {

    /** @throws UnknownStudentException when neither the host nor the journal knows the student */
    static Account of(StudentNumber number, Students students, FeeAccounts accounts) {
        AccountBalance balance = accounts.balance(number);
        List<Charge> outstanding = accounts.outstanding(number);
        Optional<Student> known = students.find(number);
        StudentOfRecord who = known.map(Student::ofRecord)
                .or(() -> outstanding.stream().map(Charge::student).findFirst())
                .orElse(new StudentOfRecord(number, "", "", ""));
        return new Account(who, known.map(Account::state).orElse(Statements.State.GONE), balance, outstanding);
    }

    static Statements.State state(Student student) {
        return student.active() ? Statements.State.ACTIVE : Statements.State.WITHDRAWN;
    }
}
