package org.openadmin.neighbours.internal;

import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/** The graduation rule: students who owe nothing can graduate. */
final class GraduationCheck {

    private final Students students;
    private final FeeAccounts accounts;

    GraduationCheck(Students students, FeeAccounts accounts) {
        this.students = students;
        this.accounts = accounts;
    }

    /** A student and their balance. */
    record Candidate(Student student, AccountBalance account) {

        boolean mayGraduate() {
            return !account.due().isPositive();
        }
    }

    /** Returns the students of a grade with their balances, in two queries for any number of students. */
    List<Candidate> candidates(String grade) {
        List<Student> all = students.in(new Audience.Group(GroupKind.GRADE, List.of(grade)));
        Map<AccountNumber, AccountBalance> balances =
                accounts.balances(all.stream().map(Student::number).toList());
        return all.stream()
                .map(student -> new Candidate(student, balances.get(student.number())))
                .toList();
    }
}
