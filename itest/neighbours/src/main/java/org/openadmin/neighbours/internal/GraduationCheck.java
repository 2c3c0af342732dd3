package org.openadmin.neighbours.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;

/** The graduation rule: students for whom nothing is due today can graduate. What is billed already and due later does not matter. */
final class GraduationCheck {

    private final Students students;
    private final FeeAccounts accounts;

    GraduationCheck(Students students, FeeAccounts accounts) {
        this.students = students;
        this.accounts = accounts;
    }

    /** A student, and whether something is due. How much is nobody's business here. */
    record Candidate(Student student, boolean mayGraduate) {}

    /** Returns the students of a grade, in three queries for any number of students. */
    List<Candidate> candidates(String grade, LocalDate today) {
        List<Student> all = students.in(new Audience.Group(GroupKind.GRADE, List.of(grade)));
        List<AccountNumber> numbers =
                all.stream().<AccountNumber>map(Student::number).toList();
        Map<AccountNumber, AccountBalance> balances = accounts.balances(numbers);
        Map<AccountNumber, List<Charge>> outstanding = accounts.outstanding(numbers);
        return all.stream()
                .map(student -> new Candidate(
                        student,
                        !isDue(
                                balances.get(student.number()),
                                outstanding.getOrDefault(student.number(), List.of()),
                                today)))
                .toList();
    }

    /** The credit on account pays for what was due first. */
    private static boolean isDue(AccountBalance account, List<Charge> outstanding, LocalDate today) {
        BigDecimal due = outstanding.stream()
                .filter(charge -> !charge.date().isAfter(today) && !charge.due().isAfter(today))
                .map(charge -> charge.total().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return due.compareTo(account.credit().amount()) > 0;
    }
}
