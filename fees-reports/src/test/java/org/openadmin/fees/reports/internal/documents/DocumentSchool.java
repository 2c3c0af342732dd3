package org.openadmin.fees.reports.internal.documents;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.DocumentSettings;
import org.openadmin.fees.spi.DocumentSettings.Paper;
import org.openadmin.fees.spi.DocumentSettings.ReceiptPaper;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.TillSettings;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/** A school in memory, with the services that the documents use. */
public final class DocumentSchool {

    public static final Currency CAD = Currency.getInstance("CAD");
    public static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    static final Instant NOW = Instant.parse("2026-09-08T14:05:00Z");
    public static final Actor CLERK = new Actor("anna", Set.of(Role.BILL));

    /** The students and their accounts. */
    public final MemoryOffice office = new MemoryOffice();
    /** The receipts, which tests write without the rest of the accounts. */
    public final MemoryOffice counter = new MemoryOffice();

    /** The deposits. */
    public final MemoryOffice till = new MemoryOffice(Kit.settings(), Clock.fixed(NOW, ZoneOffset.UTC));

    /** The settings of the deposits. */
    TillSettings deposits = TillSettings.of(CAD);

    /** The charges of the class lists. */
    public final MemoryOffice classes = new MemoryOffice();

    final Map<StudentNumber, List<Charge>> charges = new TreeMap<>();
    final Map<StudentNumber, Money> credit = new HashMap<>();
    private final Map<ReceiptNumber, Long> payments = new HashMap<>();
    public final JournalWriter journal = new JournalWriter(office, this::record);
    final List<FeesOverview.Receivable> receivables = new ArrayList<>();
    int creditOnlyStudents;
    Money creditOnly = money("0");
    /** Of a past day. */
    Optional<FeesOverview.KnownThen> known = Optional.empty();

    final Map<YearMonth, MonthSummary> summaries = new HashMap<>();

    Locale locale = Locale.CANADA;
    Paper paper = Paper.LETTER;
    ReceiptPaper receiptPaper = ReceiptPaper.PAGE;
    public Optional<Path> logo = Optional.empty();
    List<String> numbers = List.of();
    Map<String, String> messages = Map.of();
    Optional<Path> templates = Optional.empty();
    String footer = "Registered charity 12345 6789 RR0001";
    private long chargeIds;
    /** The slots of long documents. */
    DocumentSlots slots = new LongDocuments();

    public static Money money(String plain) {
        return Money.parse(plain, CAD);
    }

    FeeReports reports() {
        return new PdfFeeReports(
                office.students(),
                counter.cashier(),
                counter.receipts(),
                counter.drawer(),
                counter.refunds(),
                office.returns(),
                office.statements(),
                office.families(),
                office.payers(),
                overview(),
                classes.collection(),
                till.deposits(),
                (reader, month) -> summaries.get(month),
                settings(),
                slots,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private FeesOverview overview() {
        OverviewInMemory overview = new OverviewInMemory();
        overview.receivables = receivables;
        overview.creditOnlyStudents = creditOnlyStudents;
        overview.creditOnly = creditOnly;
        overview.known = known;
        return overview;
    }

    InvoiceRenderer renderer() {
        return new PdfInvoiceRenderer(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    /** The invoices of the students with charges, by name. */
    List<Invoice> owing() {
        Collator collator = Collator.getInstance(locale);
        return charges.keySet().stream()
                .map(this::invoice)
                .sorted(Comparator.<Invoice, String>comparing(
                                invoice -> invoice.student().name().split(", ")[0], collator)
                        .thenComparing(invoice -> invoice.student().name(), collator))
                .toList();
    }

    private Invoice invoice(StudentNumber student) {
        return new Invoice(
                record(student),
                office.students().find(student),
                charges.get(student),
                credit.getOrDefault(student, money("0")));
    }

    /** Draws the invoices of all students with charges. */
    public void invoices(OutputStream out) {
        draw(renderer(), List.of(owing()), out);
    }

    /** Draws the reminders of all students with charges, 75 days from now, in all tones in turn. */
    public void reminders(OutputStream out) {
        Tone[] tones = Tone.values();
        List<Invoice> reminders = new ArrayList<>();
        owing().forEach(each -> reminders.add(reminder(each, tones[reminders.size() % tones.length])));
        reminders(reminders, out);
    }

    static Invoice reminder(Invoice owing, Tone tone) {
        return new Invoice(
                owing.student(),
                owing.hostStudent(),
                owing.charges(),
                owing.credit(),
                Set.of(),
                Optional.of(new ReminderStage(30, tone)));
    }

    void reminders(List<Invoice> reminders, OutputStream out) {
        try (InvoiceDocument document =
                renderer().begin(DAY.plusDays(75), settings().current())) {
            document.add(reminders);
            document.complete();
            document.writeTo(out);
        }
    }

    InvoiceDocument begin(InvoiceRenderer renderer) {
        return renderer.begin(DAY, settings().current());
    }

    /** @return the number of pages */
    int draw(InvoiceRenderer renderer, List<List<Invoice>> parts, OutputStream out) {
        try (InvoiceDocument document = begin(renderer)) {
            parts.forEach(document::add);
            int pages = document.complete();
            document.writeTo(out);
            return pages;
        }
    }

    PdfPages invoices(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        invoices(out);
        return PdfPages.of(out.toByteArray(), file);
    }

    /** A copy of the receipt with this number. */
    PdfPages receipt(int number, String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports().receipt(CLERK, new ReceiptNumber(number), FeeReports.Print.COPY, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    PdfPages receipt(Receipt receipt, FeeReports.Print print, String file) {
        keep(receipt);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports().receipt(CLERK, receipt.number(), print, out);
        return PdfPages.of(out.toByteArray(), file);
    }

    public StudentNumber student(int number, String lastname, String firstname) {
        return student(number, lastname, firstname, "Marie " + lastname, "12 Main Street", "Moose Jaw SK  S6H 0K1");
    }

    public StudentNumber student(int number, String lastname, String firstname, String guardian, String... address) {
        StudentNumber key = new StudentNumber(number);
        Student student =
                new Student(key, lastname, firstname, "", "9", "9A", true, guardian, Arrays.asList(address), "");
        office.enrol(student);
        counter.enrol(student);
        return key;
    }

    public Charge charge(StudentNumber student, String name, String description, String subtotal, String... taxes) {
        return charge(student, DAY.minusDays(7), name, description, subtotal, taxes);
    }

    /** @param taxes such as {@code GST 1.25} */
    Charge charge(
            StudentNumber student, LocalDate date, String name, String description, String subtotal, String... taxes) {
        Charge charge = of(record(student), date, name, description, subtotal, taxes);
        charges.computeIfAbsent(student, s -> new ArrayList<>()).add(charge);
        return charge;
    }

    /** A charge of 90 days ago. */
    void due(StudentNumber student, LocalDate due, String name, String subtotal) {
        Charge charge = of(record(student), DAY.minusDays(90), name, "", subtotal);
        charges.computeIfAbsent(student, s -> new ArrayList<>())
                .add(new Charge(
                        charge.id(),
                        charge.student(),
                        charge.date(),
                        due,
                        name,
                        "",
                        charge.subtotal(),
                        charge.taxes(),
                        charge.total(),
                        charge.batch()));
    }

    /** Due 30 days after the usual date of the invoices, whenever it was charged. */
    Charge of(
            StudentSnapshot student,
            LocalDate date,
            String name,
            String description,
            String subtotal,
            String... taxes) {
        List<Tax> taxed = taxes(taxes);
        Money total = taxed.stream().map(Tax::amount).reduce(money(subtotal), Money::plus);
        return new Charge(
                new ChargeId(++chargeIds),
                student,
                date,
                DAY.plusDays(30),
                name,
                description,
                money(subtotal),
                taxed,
                total,
                Optional.empty());
    }

    static List<Tax> taxes(String... taxes) {
        return Arrays.stream(taxes)
                .map(tax -> new Tax(tax.split(" ")[0], money(tax.split(" ")[1])))
                .toList();
    }

    /** Adds a receipt to the journal, or voids the one with its number if this one is voided. */
    public void keep(Receipt receipt) {
        long payment = payments.computeIfAbsent(receipt.number(), number -> add(receipt));
        receipt.voided()
                .ifPresent(day -> counter.add(JournalRow.of(EntryKind.VOID, receipt.received())
                        .student(receipt.student())
                        .on(day)
                        .reverses(payment)));
    }

    private long add(Receipt receipt) {
        long payment = counter.rows().size() + receipt.settled().size() + 1L;
        List<String> charges = new ArrayList<>();
        for (Charge charge : receipt.settled()) {
            JournalRow row = JournalRow.of(EntryKind.CHARGE, charge.total())
                    .student(charge.student())
                    .on(charge.date())
                    .named(charge.name())
                    .about(charge.description())
                    .subtotal(charge.subtotal())
                    .settledBy(payment);
            charge.taxes().forEach(row::tax);
            charges.add(String.valueOf(counter.add(row)));
        }
        long row = counter.add(JournalRow.of(
                        charges.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT,
                        receipt.received().negated())
                .student(receipt.student())
                .on(receipt.date())
                .about(String.join(",", charges))
                .receipt((int) receipt.number().value())
                .by(receipt.method(), receipt.reference())
                .recorded(receipt.cashier(), receipt.recordedAt()));
        if (!receipt.rounding().isZero()) {
            counter.add(JournalRow.of(EntryKind.ROUNDING, receipt.rounding().negated())
                    .student(receipt.student())
                    .on(receipt.date())
                    .reverses(row));
        }
        return row;
    }

    /** Cash that was rounded by so much. */
    Receipt cashReceiptOf(int number, StudentNumber student, String received, String rounding, Charge... settled) {
        return new Receipt(
                new ReceiptNumber(number),
                Optional.of(record(student)),
                DAY,
                money(received),
                money(rounding),
                List.of(settled),
                Optional.of(PaymentMethod.CASH),
                "",
                "claire",
                Optional.of(NOW),
                Optional.empty(),
                List.of(),
                List.of());
    }

    Receipt receiptOf(int number, StudentNumber student, String received, Charge... settled) {
        return new Receipt(
                new ReceiptNumber(number),
                record(student),
                DAY,
                money(received),
                List.of(settled),
                Optional.of(PaymentMethod.CHEQUE),
                "000123",
                "claire",
                Optional.of(NOW),
                Optional.empty());
    }

    StudentSnapshot record(AccountNumber student) {
        return office.students()
                .find(student)
                .map(Student::snapshot)
                .orElse(new StudentSnapshot(student, "Gone, Gary", "8", "8B"));
    }

    FeesSettings settings() {
        School school = new School(
                "École Prairie View School",
                List.of("450 Athabasca Street East", "Moose Jaw SK  S6H 0K1"),
                List.of("306 555-0142", "office@prairieview.example"),
                numbers,
                logo,
                footer,
                messages);
        DocumentSettings documents = new DocumentSettings(paper, receiptPaper, templates);
        return () -> new Settings(
                        school,
                        CAD,
                        locale,
                        List.of(),
                        Map.of(),
                        PaymentSettings.from(1, CAD),
                        documents,
                        AccountCodes.none())
                .withTill(deposits);
    }
}
