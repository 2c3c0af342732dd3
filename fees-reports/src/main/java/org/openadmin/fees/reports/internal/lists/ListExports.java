package org.openadmin.fees.reports.internal.lists;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.journal.MonthSummary.Line;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the lists from the records of the other services. Both formats come from the same rows. */
@Component
public final class ListExports implements FeeExports {

    private static final int PAGE = 1_000;

    private static final String TRANSACTIONS = "transactions";

    private final MonthSummaries months;
    private final Journal journal;
    private final Receipts receipts;
    private final Statements statements;
    private final FeesOverview overview;
    private final CollectionLists collection;
    private final ChequeList cheques;
    private final InvoiceRunList runs;
    private final AuditLogList audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public ListExports(
            @Reference MonthSummaries months,
            @Reference Journal journal,
            @Reference Receipts receipts,
            @Reference Statements statements,
            @Reference FeesOverview overview,
            @Reference FeeCollection collection,
            @Reference Deposits deposits,
            @Reference InvoiceRuns runs,
            @Reference AuditLog audit,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.months = months;
        this.journal = journal;
        this.receipts = receipts;
        this.statements = statements;
        this.overview = overview;
        this.collection = new CollectionLists(collection);
        this.cheques = new ChequeList(deposits);
        this.runs = new InvoiceRunList(runs);
        this.audit = new AuditLogList(audit);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Locale language() {
        return settings.current().documentLanguage();
    }

    private Lists lists(Actor reader, ListFormat format) {
        Settings current = settings.current();
        return new Lists(format, new ListTexts(current, reader), clock.getZone());
    }

    @Override
    public MonthSummary summary(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        MonthSummary summary = months.of(reader, month);
        Money zero = Money.zero(summary.total().currency());
        Lists lists = lists(reader, format);
        ListTexts texts = lists.texts();
        List<Code> header = new ArrayList<>(texts.headings("month", "kind", "name", "account", "count", "subtotal"));
        summary.taxNames().stream().map(texts::tax).forEach(header::add);
        header.add(texts.code("total"));
        ListFile file = lists.open("summary", out, header);
        for (Line line : summary.lines()) {
            List<Object> cells = new ArrayList<>(List.of(
                    month,
                    texts.kind(line.kind()),
                    line.method().map(texts::method).orElseGet(() -> texts.name(line.kind(), line.name())),
                    line.account(),
                    line.count(),
                    line.subtotal()));
            summary.taxNames().forEach(tax -> cells.add(line.taxes().getOrDefault(tax, zero)));
            cells.add(line.total());
            file.row(cells);
        }
        List<Object> closing = new ArrayList<>(
                List.of(month, texts.code("total"), "", "", summary.count(), sum(summary, Line::subtotal)));
        summary.taxNames()
                .forEach(tax -> closing.add(sum(summary, line -> line.taxes().getOrDefault(tax, zero))));
        closing.add(summary.total());
        file.row(closing);
        file.end();
        return summary;
    }

    private static Money sum(MonthSummary summary, Function<Line, Money> part) {
        return summary.lines().stream()
                .map(part)
                .reduce(Money.zero(summary.total().currency()), Money::plus);
    }

    @Override
    public JournalTotals transactions(Actor reader, YearMonth month, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        MonthSummary summary = months.of(reader, month);
        Lists lists = lists(reader, format);
        Settings current = settings.current();
        JournalColumns columns = new JournalColumns(
                lists.texts(),
                summary.taxNames(),
                new MonthAccounts(summary, current.accounts())::of,
                Money.zero(current.currency()));
        ListFile file = lists.open(TRANSACTIONS, out, columns.header());
        journal.forEach(reader, month, entry -> file.row(columns.line(entry)));
        file.row(columns.sums());
        file.end();
        return columns.totals();
    }

    @Override
    public void journal(Actor reader, JournalQuery query, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        Settings current = settings.current();
        Lists lists = lists(reader, format);
        JournalColumns columns = new JournalColumns(
                lists.texts(),
                current.taxNames(),
                entry -> current.accounts().of(entry.kind(), entry.name().strip(), entry.method()),
                Money.zero(current.currency()));
        ListFile file = lists.open("journal", out, columns.header());
        journal.forEach(reader, query, entry -> file.row(columns.line(entry)));
        file.end();
    }

    @Override
    public void receipts(Actor reader, ReceiptQuery query, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        Lists lists = lists(reader, format);
        ListTexts texts = lists.texts();
        ListFile file = lists.open(
                "receipts",
                out,
                texts.headings(
                        "receipt",
                        "date",
                        "student",
                        "student name",
                        "grade",
                        "homeroom",
                        "received",
                        "settled",
                        "from credit",
                        "on account",
                        "charges",
                        "method",
                        "reference",
                        "cashier",
                        "recorded at",
                        "voided",
                        "cash rounding"));
        Set<Receipt> before = Set.of();
        for (int offset = 0; ; offset += PAGE) {
            List<Receipt> page =
                    receipts.search(reader, query, new Page(offset, PAGE)).receipts();
            // a payment recorded during the export moves the last receipt of a page to the next page
            for (Receipt receipt : page) {
                if (!before.contains(receipt)) {
                    file.row(cells(receipt, texts));
                }
            }
            if (page.size() < PAGE) {
                break;
            }
            before = new HashSet<>(page);
        }
        file.end();
    }

    private static List<Object> cells(Receipt receipt, ListTexts texts) {
        Optional<StudentSnapshot> student = receipt.recordedStudent();
        return List.of(
                receipt.number().value(),
                receipt.date().equals(Dates.UNKNOWN) ? "" : receipt.date(),
                student.map(StudentSnapshot::number),
                student.map(StudentSnapshot::name).orElse(""),
                student.map(StudentSnapshot::grade).orElse(""),
                student.map(StudentSnapshot::homeroom).orElse(""),
                receipt.received(),
                receipt.settledTotal(),
                receipt.fromCredit(),
                receipt.onAccount(),
                new Code(joined(" ", receipt, charge -> charge.id().toString()), joined(", ", receipt, texts::name)),
                receipt.method().map(texts::method),
                receipt.reference(),
                receipt.cashier(),
                receipt.recordedAt(),
                receipt.voided(),
                receipt.rounding().negated());
    }

    private static String joined(String separator, Receipt receipt, Function<Charge, String> part) {
        return receipt.settled().stream().map(part).collect(Collectors.joining(separator));
    }

    @Override
    public void statement(StatementRequest request, ListFormat format, OutputStream out) {
        request.actor().require(Role.VIEW);
        StudentSnapshot student =
                statements.holder(request.actor(), request.student()).student();
        Lists lists = lists(request.actor(), format);
        ListTexts texts = lists.texts();
        ListFile file = account("statement", lists, out);
        AtomicReference<Money> closing = new AtomicReference<>();
        statements.forEach(request.actor(), request.period(), account -> {
            if (closing.get() == null) {
                file.row(balance(student, request.from(), texts.code("opening balance"), account.opening()));
            }
            account.lines().forEach(line -> file.row(cells(student, line, texts)));
            closing.set(account.closing());
        });
        file.row(balance(student, request.to(), texts.code("closing balance"), closing.get()));
        file.end();
    }

    @Override
    public void history(Actor reader, AccountNumber student, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        StudentSnapshot holder = statements.holder(reader, student).student();
        Lists lists = lists(reader, format);
        ListFile file = account("history", lists, out);
        statements.forEach(reader, AccountPeriod.all(student), account -> account.lines()
                .forEach(line -> file.row(cells(holder, line, lists.texts()))));
        file.end();
    }

    private static ListFile account(String list, Lists lists, OutputStream out) {
        return lists.open(
                list,
                out,
                lists.texts()
                        .headings(
                                "student",
                                "student name",
                                "date",
                                "number",
                                "kind",
                                "name",
                                "description",
                                "receipt",
                                "settled by",
                                "amount",
                                "balance",
                                "due date"));
    }

    private static List<Object> balance(StudentSnapshot student, LocalDate date, Code kind, Money balance) {
        return List.of(student.number(), student.name(), date, "", kind, "", "", "", "", "", balance, "");
    }

    private static List<Object> cells(StudentSnapshot student, AccountLines.Line line, ListTexts texts) {
        JournalEntry entry = line.entry();
        return List.of(
                student.number(),
                student.name(),
                JournalColumns.date(entry),
                entry.id(),
                texts.kind(entry),
                texts.name(entry),
                JournalColumns.description(entry, texts),
                entry.receipt().map(ReceiptNumber::value),
                JournalColumns.number(entry.settledBy()),
                entry.total(),
                line.balance(),
                entry.due());
    }

    @Override
    public void receivables(Actor reader, LocalDate today, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        receivables(reader, today, listed(reader, today), format, out);
    }

    @Override
    public void receivables(
            Actor reader, LocalDate today, Set<? extends AccountNumber> students, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        receivables(reader, today, listed(reader, today).of(students), format, out);
    }

    private Receivables listed(Actor reader, LocalDate day) {
        return day.equals(LocalDate.now(clock))
                ? overview.receivables(reader, day)
                : overview.receivablesAsOf(reader, day);
    }

    /** Those of a past day end with what was recorded later. */
    private void receivables(Actor reader, LocalDate today, Receivables all, ListFormat format, OutputStream out) {
        Lists lists = lists(reader, format);
        ListTexts texts = lists.texts();
        List<Code> header = new ArrayList<>(texts.headings("date", "student", "student name", "grade", "homeroom"));
        Arrays.stream(Age.values()).map(ListExports::heading).map(texts::code).forEach(header::add);
        header.addAll(texts.headings("outstanding", "credit", "balance"));
        if (all.known().isPresent()) {
            header.addAll(texts.headings("rows recorded later", "total recorded later"));
        }
        ListFile file = lists.open("receivables", out, header);
        for (Receivable each : all.owing()) {
            StudentSnapshot student = each.student();
            List<Object> cells = new ArrayList<>(
                    List.of(today, student.number(), student.name(), student.grade(), student.homeroom()));
            Arrays.stream(Age.values()).map(each.outstanding()::get).forEach(cells::add);
            cells.addAll(List.of(
                    each.account().outstanding(),
                    each.account().credit(),
                    each.account().balance()));
            each.past().ifPresent(past -> cells.addAll(List.of(past.laterRows(), past.laterTotal())));
            file.row(cells);
        }
        if (all.creditOnlyStudents() > 0 || all.knownOfOthers().laterRows() > 0) {
            file.row(creditOnly(all, today, texts));
        }
        file.end();
    }

    /** One line for all students with credit only, so that the balances add up to those of the ledger. */
    private static List<Object> creditOnly(Receivables all, LocalDate today, ListTexts texts) {
        Money zero = Money.zero(all.creditOnly().currency());
        List<Object> cells = new ArrayList<>(List.of(today, "", texts.creditOnly(all.creditOnlyStudents()), "", ""));
        Arrays.stream(Age.values()).forEach(age -> cells.add(zero));
        cells.addAll(List.of(zero, all.creditOnly(), all.creditOnly().negated()));
        if (all.known().isPresent()) {
            KnownThen others = all.knownOfOthers();
            cells.addAll(List.of(others.laterRows(), others.laterTotal()));
        }
        return cells;
    }

    @Override
    public void collection(Actor reader, CollectionPeriod period, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        collection.fees(reader, period, lists(reader, format), out);
    }

    @Override
    public void collection(Actor reader, CollectionQuery query, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        collection.groups(reader, query, lists(reader, format), out);
    }

    @Override
    public void chargedStudents(
            Actor reader, CollectionQuery query, Optional<String> group, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        collection.students(reader, query, group, lists(reader, format), out);
    }

    @Override
    public void classList(Actor reader, CollectionQuery query, String group, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        collection.classList(reader, query, group, lists(reader, format), out);
    }

    @Override
    public void cheques(Actor reader, DepositNumber number, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        cheques.write(reader, number, lists(reader, format), out);
    }

    @Override
    public void run(Actor reader, RunNumber number, ListFormat format, OutputStream out) {
        reader.require(Role.VIEW);
        runs.write(reader, number, lists(reader, format), out);
    }

    @Override
    public void audit(Actor reader, AuditQuery query, ListFormat format, OutputStream out) {
        reader.require(Role.ADMIN);
        audit.write(reader, query, lists(reader, format), out);
    }

    private static String heading(Age age) {
        return switch (age) {
            case NOT_DUE -> "not due";
            case TO_30 -> "days 1-30";
            case TO_60 -> "days 31-60";
            case TO_90 -> "days 61-90";
            case OVER_90 -> "days over 90";
        };
    }
}
