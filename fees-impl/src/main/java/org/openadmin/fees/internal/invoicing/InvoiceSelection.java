package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Reminded;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.Overdue;
import org.openadmin.fees.spi.ReminderSettings;

/**
 * The students of a run of invoices or reminders, and what each of them owes: on paper, at the end of a past day if the invoices are dated that day;
 * by e-mail, always now, so that nobody is asked for what has been paid since.
 * Reminders are always of now.
 */
final class InvoiceSelection {

    static final int STUDENTS_PER_QUERY = 500;
    private static final int READINGS = 5;
    /** The most students that a search returns; active ones come first. */
    private static final int ALL_STUDENTS = 10_000;

    private final FeeAccounts accounts;
    private final Students students;
    private final InvoiceRunRecorder runs;
    private final FeesSettings settings;
    private final Predicate<LocalDate> isPast;

    /**
     * A student who may get an invoice.
     *
     * @param hostStudent the student in the student records; empty once the student has been removed from them
     */
    record Candidate(AccountNumber number, Optional<Student> hostStudent) {

        /** The student's current data; only the number once the student has been removed from the student records. */
        StudentSnapshot student() {
            return hostStudent.map(Student::snapshot).orElseGet(() -> new StudentSnapshot(number, "", "", ""));
        }
    }

    /** The invoices of the candidates, in their order, and the students who get none. */
    record Found(List<Invoice> invoices, List<Line> leftOut) {}

    private InvoiceSelection(
            FeeAccounts accounts,
            Students students,
            InvoiceRunRecorder runs,
            FeesSettings settings,
            Predicate<LocalDate> isPast) {
        this.accounts = accounts;
        this.students = students;
        this.runs = runs;
        this.settings = settings;
        this.isPast = isPast;
    }

    /** Of invoices on paper. */
    static InvoiceSelection printed(
            FeeAccounts accounts, Students students, InvoiceRunRecorder runs, FeesSettings settings, Clock clock) {
        return new InvoiceSelection(accounts, students, runs, settings, date -> date.isBefore(LocalDate.now(clock)));
    }

    /** Of invoices by e-mail, and of reminders that are only counted. */
    static InvoiceSelection ofNow(
            FeeAccounts accounts, Students students, InvoiceRunRecorder runs, FeesSettings settings) {
        return new InvoiceSelection(accounts, students, runs, settings, date -> false);
    }

    /** In the order of the request. Without an audience, every student with an outstanding charge. */
    List<Candidate> candidates(InvoiceRequest request) {
        List<Candidate> candidates = new ArrayList<>(request.audience()
                .map(audience -> students.in(audience).stream()
                        .map(student -> new Candidate(student.number(), Optional.of(student)))
                        .toList())
                .orElseGet(() -> owing(request)));
        InvoiceSorting.sort(candidates, request.order());
        return candidates;
    }

    private boolean isOfThen(InvoiceRequest request) {
        return !request.isOfReminders() && isPast.test(request.date());
    }

    private List<Candidate> owing(InvoiceRequest request) {
        Stream<AccountBalance> balances = isOfThen(request)
                ? accounts.balances(request.date()).stream().map(PastBalance::account)
                : accounts.balances().stream();
        List<AccountNumber> numbers = balances.filter(
                        account -> account.outstanding().isPositive())
                .map(AccountBalance::student)
                .filter(StudentNumber.class::isInstance)
                .toList();
        List<Candidate> owing = new ArrayList<>();
        for (List<AccountNumber> some : Parts.of(numbers, STUDENTS_PER_QUERY)) {
            Map<StudentNumber, Student> atHost = students.find(some);
            some.forEach(number -> owing.add(new Candidate(number, Optional.ofNullable(atHost.get(number)))));
        }
        return owing;
    }

    /** The addresses that several families have, among all current students and these candidates. */
    SharedAddresses sharedAddresses(List<Candidate> candidates) {
        return SharedAddresses.among(Stream.concat(
                        candidates.stream().flatMap(candidate -> candidate.hostStudent().stream()),
                        students.search("", ALL_STUDENTS).students().stream().filter(Student::active))
                .toList());
    }

    /**
     * Reads the charges and balances of a few hundred candidates at the date of the request.
     *
     * @param uncounted runs whose reminders do not count: this one, if it is made again, and the one that it finishes
     */
    Found read(List<Candidate> some, InvoiceRequest request, Set<RunNumber> uncounted) {
        return request.isOfReminders() ? reminders(some, request, uncounted) : invoices(some, request);
    }

    private Found invoices(List<Candidate> some, InvoiceRequest request) {
        Accounts read = accounts(numbers(some), request);
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Candidate candidate : some) {
            Invoice invoice = read.invoice(candidate, request);
            Optional<Outcome> reason = InvoiceOutcomes.withoutInvoice(invoice, request);
            if (reason.isPresent()) {
                found.leftOut().add(Line.of(invoice.student(), reason.get(), read.due(invoice)));
            } else {
                found.invoices().add(invoice);
            }
        }
        return found;
    }

    private Found reminders(List<Candidate> some, InvoiceRequest request, Set<RunNumber> uncounted) {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        for (Arrears each : arrears(some, request, uncounted)) {
            Overdue overdue = each.overdue();
            if (each.reason().isPresent()) {
                found.leftOut().add(Line.of(each.student(), each.reason().get(), overdue.amount()));
            } else {
                found.invoices()
                        .add(new Invoice(
                                each.student(),
                                each.hostStudent(),
                                overdue.charges(),
                                overdue.credit(),
                                Set.of(),
                                each.due()));
            }
        }
        return found;
    }

    /**
     * What is overdue of a candidate.
     *
     * @param due the stage of the reminder that is called for
     * @param reason why there is no reminder, if there is none
     * @param reminders earlier reminders, in any order
     */
    record Arrears(
            StudentSnapshot student,
            Optional<Student> hostStudent,
            Overdue overdue,
            Optional<ReminderStage> due,
            Optional<Outcome> reason,
            List<Reminded> reminders) {}

    /** What is overdue of a few hundred candidates, in their order. */
    List<Arrears> arrears(List<Candidate> some, InvoiceRequest request, Set<RunNumber> uncounted) {
        Accounts read = accounts(numbers(some), request);
        Map<AccountNumber, List<Reminded>> reminders = runs.reminded(numbers(some)).stream()
                .filter(reminder -> !uncounted.contains(reminder.run()))
                .collect(Collectors.groupingBy(Reminded::student));
        ReminderSettings stages = settings.current().reminders();
        return some.stream()
                .map(candidate -> {
                    Invoice all = read.invoice(candidate, request);
                    Overdue overdue = Overdue.of(all.charges(), all.credit(), request.date());
                    List<Reminded> earlier = reminders.getOrDefault(candidate.number(), List.of());
                    Optional<ReminderStage> due = overdue.due(stages, Reminded.latest(earlier));
                    return new Arrears(
                            all.student(),
                            all.hostStudent(),
                            overdue,
                            due,
                            InvoiceOutcomes.withoutReminder(overdue, due, request, stages),
                            earlier);
                })
                .toList();
    }

    private static List<AccountNumber> numbers(List<Candidate> some) {
        return some.stream().map(Candidate::number).toList();
    }

    /** Balances and charges are read by two queries; if a payment was recorded in between, they are read again. */
    private Accounts accounts(List<AccountNumber> some, InvoiceRequest request) {
        LocalDate date = request.date();
        for (int reading = 1; reading <= READINGS; reading++) {
            Accounts read = isOfThen(request)
                    ? new Accounts(past(some, date), accounts.outstanding(some, date))
                    : new Accounts(accounts.balances(some), accounts.outstanding(some));
            if (read.isConsistent()) {
                return read;
            }
        }
        throw new DocumentException(
                Problem.FAILED, "outstanding charges and balances do not agree; see fees:verify", null);
    }

    private Map<AccountNumber, AccountBalance> past(List<AccountNumber> some, LocalDate date) {
        Map<AccountNumber, AccountBalance> balances = new LinkedHashMap<>();
        accounts.balances(some, date).forEach((number, balance) -> balances.put(number, balance.account()));
        return balances;
    }

    private record Accounts(Map<AccountNumber, AccountBalance> balances, Map<AccountNumber, List<Charge>> outstanding) {

        boolean isConsistent() {
            return balances.entrySet().stream().allMatch(entry -> sum(
                            charges(entry.getKey()), entry.getValue().outstanding())
                    .isZero());
        }

        /** @return the sum, less the charges */
        private static Money sum(Collection<Charge> charges, Money sum) {
            Money rest = sum;
            for (Charge charge : charges) {
                rest = rest.minus(charge.total());
            }
            return rest;
        }

        Invoice invoice(Candidate candidate, InvoiceRequest request) {
            List<Charge> all = charges(candidate.number());
            return Invoice.of(
                    candidate.hostStudent().map(Student::snapshot).orElseGet(() -> remembered(candidate, all)),
                    candidate.hostStudent(),
                    all,
                    balances.get(candidate.number()),
                    request.date());
        }

        /** The amount due, or zero if the credit is larger. */
        Money due(Invoice invoice) {
            return invoice.due().isPositive()
                    ? invoice.due()
                    : Money.zero(invoice.credit().currency());
        }

        private List<Charge> charges(AccountNumber number) {
            return outstanding.getOrDefault(number, List.of());
        }

        /** The student as recorded on the latest charge that has a name. */
        private static StudentSnapshot remembered(Candidate candidate, List<Charge> charges) {
            return charges.stream()
                    .map(Charge::student)
                    .filter(recorded -> !recorded.name().isEmpty())
                    .reduce((earlier, later) -> later)
                    .orElseGet(candidate::student);
        }
    }
}
