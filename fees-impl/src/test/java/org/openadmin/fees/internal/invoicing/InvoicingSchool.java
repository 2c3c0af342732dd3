package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** The in-memory office with students who owe fees, and a renderer that draws plain text. */
final class InvoicingSchool {

    static final LocalDate DAY = Kit.DAY;
    static final Instant NOW = Instant.parse("2026-09-08T14:05:00Z");
    private static final Clock TODAY = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Actor CLERK = new Actor("anna", Set.of(Role.BILL));

    final MemoryOffice office = new MemoryOffice(settings(Locale.CANADA), TODAY);
    final WordRenderer renderer = new WordRenderer();
    final MemoryRunRecorder recorder = new MemoryRunRecorder(office.runs());
    Optional<MailSettings> mail = Optional.empty();
    /** Whatever a test wants of the slots; by default there is always one. */
    DocumentSlots slots = user -> () -> {};

    private static Settings settings(Locale locale) {
        return settings(locale, School.named("École Prairie View School"));
    }

    private static Settings settings(Locale locale, School school) {
        return new Settings(
                school,
                Kit.CAD,
                locale,
                List.of(),
                Map.of(),
                PaymentSettings.from(1, Kit.CAD),
                DocumentSettings.of(Paper.LETTER),
                AccountCodes.none());
    }

    static Money money(String plain) {
        return Kit.cad(plain);
    }

    void speak(Locale locale) {
        office.configure(settings(locale));
    }

    void present(School school) {
        office.configure(settings(Locale.CANADA, school));
    }

    /** The operations and the reasons in the audit log that are not assessments, the latest first. */
    List<String> audited() {
        return office
                .audit()
                .entries(new Actor("head", Set.of(Role.ADMIN)), AuditQuery.everything(), Page.first(Page.MAX_LIMIT))
                .stream()
                .filter(line -> line.operation() != AuditOperation.ASSESS)
                .map(line -> (line.operation().code() + " " + line.reason()).strip())
                .toList();
    }

    PrintedInvoices printer() {
        return new PrintedInvoices(
                office.accounts(), office.students(), renderer, office.runs(), recorder, office, slots, TODAY);
    }

    EmailedInvoices mailer(Clock clock) {
        return new EmailedInvoices(office.accounts(), office.students(), renderer, recorder, office, () -> mail, clock);
    }

    StudentNumber student(int number, String lastname, String firstname) {
        return enrol(number, lastname, firstname, "9", "9A");
    }

    StudentNumber enrol(int number, String lastname, String firstname, String grade, String homeroom) {
        return enrol(number, lastname, firstname, grade, homeroom, "", List.of("12 Main Street"), "");
    }

    StudentNumber child(int number, String lastname, String firstname, String guardian, String street, String email) {
        return enrol(number, lastname, firstname, "9", "9A", guardian, List.of(street), email);
    }

    /** A student without a postal address. */
    StudentNumber reachable(int number, String lastname, String firstname, String email) {
        return enrol(number, lastname, firstname, "9", "9A", "", List.of(), email);
    }

    private StudentNumber enrol(
            int number,
            String lastname,
            String firstname,
            String grade,
            String homeroom,
            String guardian,
            List<String> address,
            String email) {
        StudentNumber key = new StudentNumber(number);
        office.enrol(new Student(key, lastname, firstname, "", grade, homeroom, true, guardian, address, email));
        return key;
    }

    void charge(StudentNumber student, String name, String subtotal, String... taxes) {
        charge(student, DAY.minusDays(7), name, subtotal, taxes);
    }

    /** @param taxes such as {@code GST 1.25} */
    void charge(StudentNumber student, LocalDate date, String name, String subtotal, String... taxes) {
        List<Tax> taxed = Arrays.stream(taxes)
                .map(tax -> new Tax(tax.split(" ")[0], money(tax.split(" ")[1])))
                .toList();
        Money total = taxed.stream().map(Tax::amount).reduce(money(subtotal), Money::plus);
        JournalRow row = JournalRow.of(EntryKind.CHARGE, total)
                .student(record(student))
                .on(date)
                .due(date.plusDays(37))
                .named(name)
                .subtotal(money(subtotal));
        taxed.forEach(row::tax);
        office.add(row);
    }

    void credit(StudentNumber student, String amount) {
        office.add(JournalRow.of(EntryKind.ON_ACCOUNT, money(amount).negated()).student(record(student)));
    }

    private StudentSnapshot record(StudentNumber student) {
        return office.students()
                .find(student)
                .map(Student::snapshot)
                .orElse(new StudentSnapshot(student, "Gone, Gary", "8", "8B"));
    }

    /** The students with this outcome in a run, in the order of the log. */
    List<AccountNumber> who(RunNumber run, Outcome outcome) {
        return lines(run).stream()
                .filter(line -> line.outcome() == outcome)
                .map(line -> line.student().number())
                .toList();
    }

    List<Line> lines(RunNumber run) {
        return office.runs().lines(CLERK, run, Page.first(100));
    }

    List<InvoiceRun> runs() {
        return office.runs().latest(CLERK, Page.first(100));
    }

    InvoiceRun lastRun() {
        return runs().get(0);
    }
}
