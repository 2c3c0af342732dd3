package org.openadmin.fees.reports.internal;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openadmin.fees.api.AccountBalance;
import org.openadmin.fees.api.AccountCodes;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Audience;
import org.openadmin.fees.api.Cashier;
import org.openadmin.fees.api.Charge;
import org.openadmin.fees.api.ChargeId;
import org.openadmin.fees.api.DocumentSettings;
import org.openadmin.fees.api.DocumentSettings.Paper;
import org.openadmin.fees.api.FeeAccounts;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.FeesOverview;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.GroupKind;
import org.openadmin.fees.api.InvoiceOrder;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.MailSettings;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.MonthSummary;
import org.openadmin.fees.api.PaymentMethod;
import org.openadmin.fees.api.PaymentRequest;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Receipt;
import org.openadmin.fees.api.ReceiptNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.School;
import org.openadmin.fees.api.Settings;
import org.openadmin.fees.api.Student;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentOfRecord;
import org.openadmin.fees.api.Students;
import org.openadmin.fees.api.Tax;
import org.openadmin.fees.reports.internal.mail.Pause;

/** A school in memory, with the services that the documents are made from. */
final class SampleSchool {

    static final Currency CAD = Currency.getInstance("CAD");
    static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    static final Instant NOW = Instant.parse("2026-09-08T14:05:00Z");
    static final Actor CLERK = new Actor("anna", Set.of(Role.BILL));

    final Map<StudentNumber, Student> atHost = new TreeMap<>();
    final Map<StudentNumber, List<Charge>> charges = new TreeMap<>();
    final Map<StudentNumber, Money> credit = new HashMap<>();
    final Map<ReceiptNumber, Receipt> receipts = new HashMap<>();
    final AccountsInMemory accounts = new AccountsInMemory();
    final JournalInMemory journal = new JournalInMemory(this::record);
    final List<FeesOverview.Receivable> receivables = new ArrayList<>();
    final Map<YearMonth, MonthSummary> summaries = new HashMap<>();
    final RunsInMemory runs = new RunsInMemory();
    final ReceiptsInMemory found = new ReceiptsInMemory(receipts.values());

    Locale locale = Locale.CANADA;
    Paper paper = Paper.LETTER;
    Optional<Path> logo = Optional.empty();
    List<String> numbers = List.of();
    Map<String, String> messages = Map.of();
    Optional<Path> templates = Optional.empty();
    Optional<MailSettings> mail = Optional.empty();
    String footer = "Registered charity 12345 6789 RR0001";
    private long chargeIds;

    static Money money(String plain) {
        return Money.parse(plain, CAD);
    }

    FeeReports reports() {
        return new PdfFeeReports(
                accounts,
                new StudentsInMemory(),
                new CashierInMemory(),
                found,
                journal,
                new OverviewInMemory(),
                (reader, month) -> summaries.get(month),
                runs,
                settings(),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    MailedInvoices mail(Pause sleep) {
        return new MailedInvoices(
                accounts, new StudentsInMemory(), runs, settings(), Clock.fixed(NOW, ZoneOffset.UTC), sleep);
    }

    InvoiceRun invoices(ByteArrayOutputStream out) {
        return invoices(everybody(), out);
    }

    InvoiceRun invoices(InvoiceRequest request) {
        return invoices(request, new ByteArrayOutputStream());
    }

    InvoiceRun invoices(InvoiceRequest request, OutputStream out) {
        return reports().invoices(request, Progress.UNWATCHED, out);
    }

    /** For everybody, with an address or without. */
    static InvoiceRequest everybody() {
        return new InvoiceRequest(
                RequestKey.fresh(), CLERK, DAY, Optional.empty(), Optional.empty(), InvoiceOrder.NAME, true);
    }

    Pages invoices(String file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        invoices(out);
        return Pages.of(out.toByteArray(), file);
    }

    Pages receipt(Receipt receipt, FeeReports.Print print, String file) {
        receipts.put(receipt.number(), receipt);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reports().receipt(CLERK, receipt.number(), print, out);
        return Pages.of(out.toByteArray(), file);
    }

    StudentNumber student(int number, String lastname, String firstname) {
        return student(number, lastname, firstname, "Marie " + lastname, "12 Main Street", "Moose Jaw SK  S6H 0K1");
    }

    /** A student without a postal address. */
    StudentNumber reachable(int number, String lastname, String firstname, String email) {
        StudentNumber key = new StudentNumber(number);
        atHost.put(key, new Student(key, lastname, firstname, "", "9", "9A", true, "", List.of(), email));
        return key;
    }

    StudentNumber enrol(int number, String lastname, String firstname, String grade, String homeroom) {
        StudentNumber key = new StudentNumber(number);
        List<String> address = List.of("12 Main Street");
        atHost.put(key, new Student(key, lastname, firstname, "", grade, homeroom, true, "", address, ""));
        return key;
    }

    StudentNumber student(int number, String lastname, String firstname, String guardian, String... address) {
        StudentNumber key = new StudentNumber(number);
        atHost.put(
                key, new Student(key, lastname, firstname, "", "9", "9A", true, guardian, Arrays.asList(address), ""));
        return key;
    }

    Charge charge(StudentNumber student, String name, String description, String subtotal, String... taxes) {
        return charge(student, DAY.minusDays(7), name, description, subtotal, taxes);
    }

    /** @param taxes such as {@code GST 1.25} */
    Charge charge(
            StudentNumber student, LocalDate date, String name, String description, String subtotal, String... taxes) {
        Charge charge = of(record(student), date, name, description, subtotal, taxes);
        charges.computeIfAbsent(student, s -> new ArrayList<>()).add(charge);
        return charge;
    }

    Charge of(
            StudentOfRecord student,
            LocalDate date,
            String name,
            String description,
            String subtotal,
            String... taxes) {
        List<Tax> taxed = Arrays.stream(taxes)
                .map(tax -> new Tax(tax.split(" ")[0], money(tax.split(" ")[1])))
                .toList();
        Money total = taxed.stream().map(Tax::amount).reduce(money(subtotal), Money::plus);
        return new Charge(
                new ChargeId(++chargeIds),
                student,
                date,
                name,
                description,
                money(subtotal),
                taxed,
                total,
                Optional.empty());
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

    StudentOfRecord record(StudentNumber student) {
        return Optional.ofNullable(atHost.get(student))
                .map(Student::ofRecord)
                .orElse(new StudentOfRecord(student, "Gone, Gary", "8", "8B"));
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
        DocumentSettings documents = new DocumentSettings(paper, 30, templates);
        return () -> new Settings(school, CAD, locale, List.of(), Map.of(), 1, documents, AccountCodes.none(), mail);
    }

    final class AccountsInMemory implements FeeAccounts {

        int queries;
        Runnable betweenQueries = () -> {};

        @Override
        public AccountBalance balance(StudentNumber student) {
            Money outstanding = charges.getOrDefault(student, List.of()).stream()
                    .map(Charge::total)
                    .reduce(money("0"), Money::plus);
            return new AccountBalance(
                    student, outstanding.minus(credit.getOrDefault(student, money("0"))), outstanding);
        }

        @Override
        public Map<StudentNumber, AccountBalance> balances(Collection<StudentNumber> students) {
            queries++;
            Map<StudentNumber, AccountBalance> found = new TreeMap<>();
            students.forEach(student -> found.put(student, balance(student)));
            betweenQueries.run();
            return found;
        }

        @Override
        public List<AccountBalance> balances() {
            queries++;
            Set<StudentNumber> everybody = new TreeSet<>(atHost.keySet());
            everybody.addAll(charges.keySet());
            return everybody.stream().map(this::balance).toList();
        }

        @Override
        public List<Charge> outstanding(StudentNumber student) {
            return charges.getOrDefault(student, List.of());
        }

        @Override
        public Map<StudentNumber, List<Charge>> outstanding(Collection<StudentNumber> students) {
            queries++;
            Map<StudentNumber, List<Charge>> found = new TreeMap<>(charges);
            found.keySet().retainAll(students);
            return found;
        }
    }

    private final class OverviewInMemory implements FeesOverview {

        @Override
        public Figures figures(Actor reader, LocalDate today) {
            throw new UnsupportedOperationException("no document asks");
        }

        @Override
        public List<Receivable> receivables(Actor reader, LocalDate today) {
            return receivables;
        }
    }

    private final class StudentsInMemory implements Students {

        @Override
        public Found search(String query, int limit) {
            throw new UnsupportedOperationException("no document searches");
        }

        @Override
        public Optional<Student> find(StudentNumber number) {
            return Optional.ofNullable(atHost.get(number));
        }

        @Override
        public Map<StudentNumber, Student> find(Collection<StudentNumber> numbers) {
            accounts.queries++;
            Map<StudentNumber, Student> found = new TreeMap<>(atHost);
            found.keySet().retainAll(numbers);
            return found;
        }

        @Override
        public List<Student> in(Audience audience) {
            Audience.Group group = (Audience.Group) audience;
            return group.values().stream()
                    .map(value -> atHost.get(StudentNumber.parse(value)))
                    .toList();
        }

        @Override
        public List<String> values(GroupKind kind) {
            return List.of();
        }
    }

    private final class CashierInMemory implements Cashier {

        @Override
        public Receipt receive(PaymentRequest request) {
            throw new UnsupportedOperationException("no document takes money");
        }

        @Override
        public Optional<Receipt> receipt(ReceiptNumber number) {
            return Optional.ofNullable(receipts.get(number));
        }

        @Override
        public Optional<Receipt> receipt(RequestKey key) {
            return Optional.empty();
        }
    }
}
