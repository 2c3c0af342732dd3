package org.openadmin.fees.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.catchup.CatchUps;
import org.openadmin.fees.api.classpayments.ClassPayments;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.drawer.Drawer;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.invoicing.Reminders;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.parents.ParentAccounts;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Settings;

/**
 * An office in memory: the services of the api over one roll of students and one list of journal rows. It passes the same contract
 * tests as the implementation on MariaDB.
 *
 * <p>A test can look at the requests that the commands received, and make the next command or query fail.
 */
public final class MemoryOffice implements Office, FeesSettings {

    private volatile Settings current;
    private final Clock clock;
    private final MemoryCalls calls = new MemoryCalls();
    private final MemoryRoll roll = new MemoryRoll();
    private final MemoryLedger ledger = new MemoryLedger(roll);
    private final MemoryBooks books = new MemoryBooks(ledger, this::current);
    private final MemoryStudents students = new MemoryStudents(roll, this::current, calls);
    private final MemoryAuditLog audit;
    private final MemoryCatalogue catalogue;
    private final MemoryMonths months;
    private final MemoryClosings closings;
    private final MemoryAssessment assessment;
    private final MemoryCatchUps catchUps;
    private final MemoryFamilies families;
    private final MemoryParents parents;
    private final MemoryCashier cashier;
    private final MemoryClassPayments classPayments;
    private final MemoryCorrections corrections;
    private final MemoryRefunds refunds = new MemoryRefunds(ledger, calls);
    private final MemoryReturns returns;
    private final MemorySplits splits;
    private final MemoryNotes notes;
    private final MemoryPayers payers;
    private final MemoryCovers covers;
    private final MemoryInvoiceRuns runs;
    private final MemoryTill till;
    private final MemoryDeposits deposits;
    private final MemoryPostings postings;
    private final MemoryImports imports;
    private final MemoryClaims claims;

    /** An office on the day of {@link Kit#CLOCK}. */
    public MemoryOffice() {
        this(Kit.settings(), Kit.CLOCK);
    }

    public MemoryOffice(Settings settings, Clock clock) {
        this.current = settings;
        this.clock = clock;
        Supplier<Instant> now = () -> calls.moment(() -> this.clock.instant().truncatedTo(ChronoUnit.MILLIS));
        Supplier<LocalDate> today = () -> LocalDate.now(this.clock);
        audit = new MemoryAuditLog(now, clock.getZone(), calls);
        catalogue = new MemoryCatalogue(students, this::current, today, calls, audit);
        months = new MemoryMonths(ledger, books, this::current, this::closedMonth, calls);
        postings = new MemoryPostings(ledger, books, this::current, clock, now, calls, audit);
        closings =
                new MemoryClosings(ledger, months, now, today, clock.getZone(), calls, audit, postings::unpostedRows);
        splits = new MemorySplits(ledger);
        MemoryYearLimits limits = new MemoryYearLimits(ledger, splits, catalogue, this::current);
        assessment = new MemoryAssessment(
                ledger, splits, students, catalogue, this::current, now, limits, closings, calls, audit);
        catchUps = new MemoryCatchUps(ledger, splits, assessment, students, this::current, closings, calls, audit);
        notes = new MemoryNotes(books, now, calls, audit);
        payers = new MemoryPayers(roll, books, today, calls, audit);
        returns = new MemoryReturns(ledger, today, calls);
        parents = new MemoryParents(roll, ledger, books, today, calls);
        families = new MemoryFamilies(roll, books, calls, ledger);
        MemorySales sales = new MemorySales(ledger, roll, catalogue, assessment, this::current, now, limits);
        cashier = new MemoryCashier(
                ledger,
                books,
                returns,
                splits,
                this::current,
                now,
                today,
                closings,
                calls,
                audit,
                families,
                catalogue,
                sales);
        classPayments = new MemoryClassPayments(
                ledger, books, students, this::collection, returns, this::current, now, today, closings, calls, audit);
        MemoryTransfers transfers = new MemoryTransfers(ledger, books, payers, this::current, now);
        covers = new MemoryCovers(ledger, books, payers, splits, transfers, now, today, closings, calls, audit);
        corrections = new MemoryCorrections(
                ledger,
                books,
                assessment,
                refunds,
                returns,
                splits,
                sales,
                transfers,
                this::current,
                now,
                today,
                closings,
                calls,
                audit,
                families);
        MemoryBankLines lines = new MemoryBankLines(ledger, books, returns, this::current, now, audit);
        claims = new MemoryClaims(lines, books, closings, today, calls, audit);
        imports = new MemoryImports(
                ledger,
                lines,
                books,
                () -> accounts().balances(),
                corrections,
                closings,
                this::current,
                today,
                clock.getZone(),
                calls,
                audit);
        runs = new MemoryInvoiceRuns(books::zero, now, today, calls, audit);
        till = new MemoryTill(ledger, this::current, now, today, calls, audit);
        deposits = new MemoryDeposits(ledger, till, this::current, now, today, calls, audit);
        closings.tillIs(until -> (long) deposits.undepositedUntil(until).receipts(), month ->
                (long) till.overdrawn(month).size());
    }

    @Override
    public Settings current() {
        return current;
    }

    @Override
    public void configure(Settings settings) {
        current = settings;
    }

    @Override
    public Students students() {
        return students;
    }

    @Override
    public FeeCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public FeeAssessment assessment() {
        return assessment;
    }

    @Override
    public CatchUps catchUps() {
        return catchUps;
    }

    @Override
    public Cashier cashier() {
        return cashier;
    }

    @Override
    public ClassPayments classPayments() {
        return classPayments;
    }

    @Override
    public Corrections corrections() {
        return corrections;
    }

    @Override
    public Refunds refunds() {
        return refunds;
    }

    @Override
    public ReturnedPayments returns() {
        return returns;
    }

    @Override
    public FeeAccounts accounts() {
        return new MemoryAccounts(roll, ledger, books, calls, clock);
    }

    @Override
    public Families families() {
        return families;
    }

    @Override
    public Statements statements() {
        return new MemoryStatements(roll, ledger, books, students, calls);
    }

    @Override
    public ParentAccounts parents() {
        return parents;
    }

    @Override
    public void link(String login, int student) {
        parents.link(login, student);
    }

    @Override
    public AccountNotes notes() {
        return notes;
    }

    @Override
    public Payers payers() {
        return payers;
    }

    @Override
    public Covers covers() {
        return covers;
    }

    @Override
    public Journal journal() {
        return new MemoryJournal(ledger, books, calls, clock);
    }

    @Override
    public Receipts receipts() {
        return new MemoryReceipts(books, calls);
    }

    @Override
    public Drawer drawer() {
        return new MemoryDrawer(ledger, calls);
    }

    @Override
    public Till till() {
        return till;
    }

    @Override
    public Deposits deposits() {
        return deposits;
    }

    @Override
    public Postings postings() {
        return postings;
    }

    @Override
    public Imports imports() {
        return imports;
    }

    @Override
    public Claims claims() {
        return claims;
    }

    @Override
    public AuditBinder binder() {
        return new MemoryAuditBinder(this, ledger, books, returns, till, deposits, calls, clock);
    }

    @Override
    public MonthSummaries months() {
        return months;
    }

    private Optional<MonthSummary> closedMonth(YearMonth month) {
        return closings.summary(month);
    }

    @Override
    public Closings closings() {
        return closings;
    }

    @Override
    public FeesOverview overview() {
        return new MemoryOverview(roll, ledger, books, calls, clock);
    }

    @Override
    public FeeCollection collection() {
        return new MemoryCollection(roll, ledger, books, catalogue, calls, clock);
    }

    @Override
    public MemoryInvoiceRuns runs() {
        return runs;
    }

    @Override
    public Reminders reminders() {
        return new MemoryReminders(ledger, books, runs, students, this::current, () -> LocalDate.now(clock), calls);
    }

    @Override
    public MemoryAuditLog audit() {
        return audit;
    }

    @Override
    public void enrol(Student student, String... sections) {
        roll.enrol(student, sections);
    }

    /** Adds an active student. */
    public StudentNumber enrol(int number, String lastname, String firstname, String grade, String homeroom) {
        Student student = Kit.student(number, lastname, firstname, grade, homeroom);
        enrol(student);
        return student.number();
    }

    @Override
    public void remove(StudentNumber student) {
        roll.remove(student);
    }

    @Override
    public void addPayer(PayerNumber number, String name) {
        payers.add(number, name);
    }

    @Override
    public long add(JournalRow row) {
        return ledger.add(row);
    }

    @Override
    public void settle(long charge, OptionalLong by) {
        ledger.settle(charge, by);
    }

    /** All rows of the journal, in number order. */
    public List<JournalEntry> rows() {
        return ledger.rows();
    }

    /** Charges one student, on the date {@link Kit#DAY}. */
    public Charge charge(StudentNumber student, String name, String amount, String... taxes) {
        Assessment done = assessment.post(Kit.assessing(Kit.fee(name, amount, taxes), Kit.only(student)));
        return books.outstanding(student).stream()
                .filter(charge -> charge.batch().equals(Optional.of(done.batch())))
                .findFirst()
                .orElseThrow();
    }

    /** The numbers of the outstanding charges, oldest first. */
    public List<ChargeId> owed(AccountNumber student) {
        return books.outstanding(student).stream().map(Charge::id).toList();
    }

    /** The requests of this type that commands received, including those that were refused or repeated. */
    public <Q> List<Q> requests(Class<Q> type) {
        return calls.requests(type);
    }

    /** How many queries this service has received, such as {@code Journal.class}. */
    public int queries(Class<?> service) {
        return calls.queries(service);
    }

    /** The next command fails before it has done anything. */
    public void failNext(RuntimeException failure) {
        calls.failNext(failure);
    }

    /** The next command fails after it has done everything, as when the connection is lost before the answer. */
    public void failAfterNext(RuntimeException failure) {
        calls.failAfterNext(failure);
    }

    /** The next query of this service fails, such as {@code Journal.class}; a preview is a query. */
    public void failNextQuery(Class<?> service, RuntimeException failure) {
        calls.failNextQuery(service, failure);
    }

    /**
     * Runs this before each query of a service, for example to change the journal between two of them.
     *
     * @param beforeQuery receives the number of the query: 1 for the first that the service has ever received
     */
    public void watchQueries(Class<?> service, IntConsumer beforeQuery) {
        calls.watch(service, beforeQuery);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
