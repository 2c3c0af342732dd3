package org.openadmin.fees.reports.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.Charge;
import org.openadmin.fees.api.DocumentException;
import org.openadmin.fees.api.DocumentException.Problem;
import org.openadmin.fees.api.FeeAccounts;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;
import org.openadmin.fees.api.Students;

/** Reads who owes what at a date, a few hundred students at a time. */
final class OutstandingInvoices {

    private static final int STUDENTS_PER_QUERY = 500;
    private static final int READINGS = 5;

    private final FeeAccounts accounts;
    private final Students students;

    /**
     * @param invoices in the order of the students' names
     * @param nothingDue the students of the audience without an invoice, in the same order
     */
    record Found(List<Invoice> invoices, List<StudentOfRecord> nothingDue) {}

    OutstandingInvoices(FeeAccounts accounts, Students students) {
        this.accounts = accounts;
        this.students = students;
    }

    /** Of everybody who owes something: who owes nothing is not named, as that would be the whole school. */
    Found ofEverybody(LocalDate date, Locale locale) {
        List<StudentNumber> owing = accounts.balances().stream()
                .filter(account -> account.balance().isPositive())
                .map(AccountBalance::student)
                .toList();
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (List<StudentNumber> some : inParts(owing)) {
            read(some, students.find(some), date, found);
        }
        found.nothingDue().clear();
        return sorted(found, locale);
    }

    Found of(Audience audience, LocalDate date, Locale locale) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (List<Student> some : inParts(students.in(audience))) {
            Map<StudentNumber, Student> atHost = new LinkedHashMap<>();
            some.forEach(student -> atHost.put(student.number(), student));
            read(List.copyOf(atHost.keySet()), atHost, date, found);
        }
        return sorted(found, locale);
    }

    private void read(List<StudentNumber> some, Map<StudentNumber, Student> atHost, LocalDate date, Found found) {
        Accounts read = accounts(some);
        for (StudentNumber number : some) {
            List<Charge> outstanding = read.outstanding().getOrDefault(number, List.of());
            List<Charge> charges =
                    outstanding.stream().filter(c -> !c.date().isAfter(date)).toList();
            Optional<Student> student = Optional.ofNullable(atHost.get(number));
            Invoice invoice = new Invoice(
                    ofRecord(number, student, outstanding), student, charges, credit(read.balances(), number));
            if (invoice.due().isPositive()) {
                found.invoices().add(invoice);
            } else {
                found.nothingDue().add(invoice.student());
            }
        }
    }

    /** Balances and charges come in two queries: when a payment came in between, they are read again. */
    private Accounts accounts(List<StudentNumber> some) {
        for (int reading = 1; reading <= READINGS; reading++) {
            Accounts read = new Accounts(accounts.balances(some), accounts.outstanding(some));
            if (read.agree()) {
                return read;
            }
        }
        throw new DocumentException(
                Problem.FAILED, "outstanding charges and balances do not agree; see fees:verify", null);
    }

    private record Accounts(Map<StudentNumber, AccountBalance> balances, Map<StudentNumber, List<Charge>> outstanding) {

        boolean agree() {
            return balances.entrySet().stream().allMatch(entry -> {
                Money sum = entry.getValue().outstanding();
                for (Charge charge : outstanding.getOrDefault(entry.getKey(), List.of())) {
                    sum = sum.minus(charge.total());
                }
                return sum.isZero();
            });
        }
    }

    private static Money credit(Map<StudentNumber, AccountBalance> balances, StudentNumber number) {
        Money credit = balances.get(number).credit();
        return credit.isNegative() ? Money.zero(credit.currency()) : credit;
    }

    private static StudentOfRecord ofRecord(StudentNumber number, Optional<Student> student, List<Charge> charges) {
        return student.map(Student::ofRecord)
                .or(() -> charges.stream()
                        .map(Charge::student)
                        .filter(recorded -> !recorded.name().isEmpty())
                        .reduce((earlier, later) -> later))
                .orElseGet(() -> new StudentOfRecord(number, "", "", ""));
    }

    private static Found sorted(Found found, Locale locale) {
        NameOrder byName = new NameOrder(locale);
        found.invoices().sort((one, other) -> byName.compare(one.student(), other.student()));
        found.nothingDue().sort(byName);
        return found;
    }

    private static <T> List<List<T>> inParts(List<T> all) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += STUDENTS_PER_QUERY) {
            parts.add(all.subList(from, Math.min(from + STUDENTS_PER_QUERY, all.size())));
        }
        return parts;
    }
}
