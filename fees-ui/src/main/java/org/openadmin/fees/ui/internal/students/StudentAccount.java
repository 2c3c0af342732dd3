package org.openadmin.fees.ui.internal.students;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/** One student's account, as shown at the counter. */
public record StudentAccount(
        StudentSnapshot student, Statements.State state, AccountBalance balance, List<Charge> outstanding) {

    /** @throws UnknownStudentException if the account is neither in the host's records nor in the journal, and no payer's */
    public static StudentAccount of(
            Actor reader, AccountNumber number, Students students, Statements statements, FeeAccounts accounts) {
        AccountBalance balance = accounts.balance(number);
        List<Charge> outstanding = accounts.outstanding(number);
        if (number instanceof PayerNumber) {
            StudentSnapshot payer = statements.holder(reader, number).student();
            return new StudentAccount(payer, Statements.State.PAYER, balance, outstanding);
        }
        Optional<Student> known = students.find(number);
        StudentSnapshot who = known.map(Student::snapshot)
                .or(() -> outstanding.stream().map(Charge::student).findFirst())
                .orElse(new StudentSnapshot(number, "", "", ""));
        Statements.State state = known.map(StudentAccount::state).orElse(Statements.State.NOT_IN_HOST);
        return new StudentAccount(who, state, balance, outstanding);
    }

    static Statements.State state(Student student) {
        return student.active() ? Statements.State.ACTIVE : Statements.State.WITHDRAWN;
    }
}
