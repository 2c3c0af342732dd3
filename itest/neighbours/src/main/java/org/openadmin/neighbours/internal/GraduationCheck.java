package org.openadmin.neighbours.internal;

import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/** The rule: who owes nothing may graduate. */
final class GraduationCheck {

    private final Students students;
    private final FeeAccounts accounts;

    GraduationCheck(Students students, FeeAccounts accounts) {
        this.students = students;
        this.accounts = accounts;
    }

    /** A student and what is still to pay. */
    record Candidate(Student student, AccountBalance account) {

        boolean mayGraduate() {
            return !account.due().isPositive();
        }
    }

    /** The students of a grade, with their balances: two queries, however many they are. */
    List<Candidate> candidates(String grade) {
        List<Student> all = students.in(new Audience.Group(GroupKind.GRADE, List.of(grade)));
        Map<StudentNumber, AccountBalance> balances =
                accounts.balances(all.stream().map(Student::number).toList());
        return all.stream()
                .map(student -> new Candidate(student, balances.get(student.number())))
                .toList();
    }
}
