package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.only;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.CounterDepositRequest;
import org.openadmin.fees.api.till.DepositOffer.OfferedDrawer;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.internal.journal.JpaMonthSummaries;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.PostedBooks;

/**
 * Sixteen people at two portals do everything that the office can do, in any order and on any day of two months, while one of the months
 * is closed and reopened again and again. Afterwards every rule holds.
 */
class TwoPortalsDatabaseTest {

    private static final int PEOPLE = 16;
    private static final int COMMANDS = 70;
    private static final int STUDENTS = 10;
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final Set<Confirmation> ALL = Set.of(Confirmation.values());

    /** What people do; each must be done sooner or later. */
    private enum Command {
        CHARGE,
        PAY,
        PAY_FAMILY,
        MOVE,
        CANCEL,
        WAIVE,
        UNDO,
        VOID,
        REFUND,
        RETURN,
        UNDO_RETURN,
        COUNT,
        DEPOSIT,
        COUNTER_DEPOSIT,
        VERIFY,
        POST,
        CLOSE,
        REOPEN
    }

    private static DatabaseOffice office;
    private static DatabaseOffice other;
    private static ExecutorService people;

    private final ConcurrentLinkedQueue<BatchNumber> batches = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ReceiptNumber> receipts = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ReceiptNumber> returned = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<ChargeId> charges = new ConcurrentLinkedQueue<>();
    private final Map<Command, LongAdder> done = new EnumMap<>(Command.class);

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
        office.settings.change(office.settings
                .current()
                .withAccounts(PostedBooks.ACCOUNTS)
                .withCashRounding(CashRounding.to(cad("0.05"))));
        other = office.anotherPortal(20);
        people = Executors.newFixedThreadPool(PEOPLE);
    }

    @AfterAll
    static void close() {
        people.shutdownNow();
        other.close();
        office.close();
    }

    @Test
    void everyRuleHoldsAfterwards() throws Exception {
        for (Command command : Command.values()) {
            done.put(command, new LongAdder());
        }
        List<StudentNumber> students = office.students.search("", STUDENTS).matches().stream()
                .map(match -> match.student().number())
                .toList();
        List<Future<?>> all = IntStream.range(0, PEOPLE)
                .<Future<?>>mapToObj(number -> people.submit(() -> {
                    Random random = new Random(number);
                    DatabaseOffice portal = number % 2 == 0 ? office : other;
                    for (int command = 0; command < COMMANDS; command++) {
                        command(portal, random, students);
                    }
                }))
                .toList();
        for (Future<?> each : all) {
            each.get();
        }

        assertThat(done)
                .allSatisfy((command, times) ->
                        assertThat(times.sum()).as(command.toString()).isPositive());
        assertThat(office.faults()).isEmpty();
        requireSame(students);
        finish();
        assertThat(other.faults()).isEmpty();
    }

    private void command(DatabaseOffice portal, Random random, List<StudentNumber> students) {
        Command command = Command.values()[random.nextInt(Command.values().length)];
        if (random.nextInt(3) == 0) {
            // mostly there is something to correct
            command = random.nextBoolean() ? Command.CHARGE : Command.PAY;
        }
        LocalDate date = Kit.DAY.minusDays(random.nextInt(4) == 0 ? 8 + random.nextInt(5) : random.nextInt(3));
        try {
            if (isDone(command, portal, random, students, date)) {
                done.get(command).increment();
            }
        } catch (StorageException e) {
            throw e;
        } catch (FeesException refused) {
            // such as a month that is closed, or a charge that somebody else has just corrected: nothing was done
        }
    }

    private boolean isDone(
            Command command, DatabaseOffice portal, Random random, List<StudentNumber> students, LocalDate date) {
        StudentNumber student = students.get(random.nextInt(students.size()));
        return switch (command) {
            case CHARGE -> charge(portal, random, student, date);
            case PAY -> pay(portal, random, student, date);
            case PAY_FAMILY -> payFamily(portal, random, students, date);
            case MOVE -> move(portal, random, students, date);
            case CANCEL ->
                with(
                        charges,
                        random,
                        charge -> portal.corrections.apply(
                                new Cancel(RequestKey.fresh(), CLERK, charge, date, "Mistake", ALL)));
            case WAIVE ->
                with(
                        charges,
                        random,
                        charge -> portal.corrections.apply(
                                new Waive(RequestKey.fresh(), CLERK, charge, date, "Bursary", ALL)));
            case UNDO ->
                with(
                        batches,
                        random,
                        batch -> portal.corrections.apply(new Undo(RequestKey.fresh(), CLERK, batch, date, "", ALL)));
            case VOID ->
                with(
                        receipts,
                        random,
                        receipt -> portal.corrections.apply(
                                new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, date, "Mistake", ALL)));
            case REFUND -> refund(portal, student, date);
            case RETURN ->
                with(receipts, random, receipt -> {
                    portal.corrections.apply(new ReturnPayment(
                            RequestKey.fresh(), CLERK, receipt, cad("25.00"), Optional.empty(), date, "NSF", ALL));
                    returned.add(receipt);
                });
            case UNDO_RETURN ->
                with(
                        returned,
                        random,
                        receipt -> portal.corrections.apply(
                                new UndoReturn(RequestKey.fresh(), CLERK, receipt, date, "Honoured", ALL)));
            case COUNT -> count(portal);
            case DEPOSIT -> deposit(portal);
            case COUNTER_DEPOSIT ->
                with(
                        deposits(portal),
                        random,
                        deposit -> portal.deposits.takeBack(new CounterDepositRequest(
                                RequestKey.fresh(), CASHIER, deposit.number(), random.nextBoolean(), "Miscounted")));
            case VERIFY ->
                with(
                        deposits(portal),
                        random,
                        deposit -> portal.deposits.verify(
                                new VerifyDepositRequest(RequestKey.fresh(), Kit.ADMIN, deposit.number())));
            case POST -> post(portal, date);
            case CLOSE -> {
                portal.closings.apply(new Close(RequestKey.fresh(), CLERK, AUGUST));
                yield true;
            }
            case REOPEN -> {
                portal.closings.apply(new Reopen(RequestKey.fresh(), Kit.ADMIN, AUGUST, "Forgotten"));
                yield true;
            }
        };
    }

    private interface Act<T> {
        void on(T subject);
    }

    private static <T> boolean with(Iterable<T> some, Random random, Act<T> act) {
        List<T> all = new ArrayList<>();
        some.forEach(all::add);
        if (all.isEmpty()) {
            return false;
        }
        act.on(all.get(random.nextInt(all.size())));
        return true;
    }

    private boolean charge(DatabaseOffice portal, Random random, StudentNumber student, LocalDate date) {
        AssessmentDraft draft = new AssessmentDraft(
                Optional.empty(),
                fee("Fee " + random.nextLong(), (1 + random.nextInt(40)) + ".37", "GST", "PST"),
                date,
                only(student));
        batches.add(portal.assessment
                .post(new AssessmentRequest(RequestKey.fresh(), CLERK, draft, Set.of(), Set.of(), OptionalInt.empty()))
                .batch());
        portal.owed(student).forEach(charges::add);
        return true;
    }

    private boolean pay(DatabaseOffice portal, Random random, StudentNumber student, LocalDate date) {
        List<Charge> paid = portal.accounts.outstanding(student).stream()
                .limit(random.nextInt(3))
                .toList();
        Money total = paid.stream().map(Charge::total).reduce(cad("0.00"), Money::plus);
        PaymentMethod method = random.nextBoolean() ? PaymentMethod.CASH : PaymentMethod.CHEQUE;
        Money sum = total.plus(cad(paid.isEmpty() ? "20.00" : "0.00"));
        receipts.add(portal.cashier
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        date,
                        method == PaymentMethod.CASH
                                ? CashRounding.to(cad("0.05")).sum(sum)
                                : sum,
                        Set.copyOf(paid.stream().map(Charge::id).toList()),
                        method,
                        "",
                        ALL))
                .number());
        return true;
    }

    /** Charges of up to three students, whose accounts are locked by others in another sequence. */
    private boolean payFamily(DatabaseOffice portal, Random random, List<StudentNumber> students, LocalDate date) {
        List<StudentNumber> family = new ArrayList<>(students);
        Collections.shuffle(family, random);
        List<Part> parts = new ArrayList<>();
        Money total = cad("0.00");
        for (StudentNumber student : family.subList(0, 3)) {
            List<Charge> paid = portal.accounts.outstanding(student).stream()
                    .limit(1 + random.nextInt(2))
                    .toList();
            if (!paid.isEmpty()) {
                parts.add(new Part(
                        student, Set.copyOf(paid.stream().map(Charge::id).toList())));
                total = paid.stream().map(Charge::total).reduce(total, Money::plus);
            }
        }
        if (parts.isEmpty()) {
            return false;
        }
        PaymentMethod method = random.nextBoolean() ? PaymentMethod.CASH : PaymentMethod.CHEQUE;
        receipts.add(portal.cashier
                .receive(new FamilyPaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        parts,
                        family.get(2),
                        date,
                        method == PaymentMethod.CASH
                                ? CashRounding.to(cad("0.05")).sum(total)
                                : total,
                        method,
                        "",
                        ALL))
                .number());
        return true;
    }

    private static boolean move(DatabaseOffice portal, Random random, List<StudentNumber> students, LocalDate date) {
        StudentNumber from = students.get(random.nextInt(students.size()));
        StudentNumber to = students.get(random.nextInt(students.size()));
        Money credit = portal.accounts.balance(from).credit();
        if (!credit.isPositive() || from.equals(to)) {
            return false;
        }
        portal.corrections.apply(
                new MoveCredit(RequestKey.fresh(), CASHIER, from, to, credit, date, "Wrong child", ALL));
        return true;
    }

    private static boolean refund(DatabaseOffice portal, StudentNumber student, LocalDate date) {
        Money credit = portal.accounts.balance(student).credit();
        if (!credit.isPositive()) {
            return false;
        }
        portal.corrections.apply(
                new Refund(RequestKey.fresh(), CASHIER, student, credit, PaymentMethod.CHEQUE, "", date, "Moved", ALL));
        return true;
    }

    private static boolean count(DatabaseOffice portal) {
        List<OfferedDrawer> drawers =
                portal.deposits.offer(VIEWER, Kit.DAY).all().uncounted();
        drawers.forEach(drawer -> portal.till.count(new CountRequest(
                RequestKey.fresh(),
                CASHIER,
                drawer.cashier(),
                drawer.day(),
                cad("5000.00"),
                CountedCash.of(portal.till
                        .drawer(VIEWER, drawer.cashier(), drawer.day())
                        .expected(cad("5000.00"))),
                "As counted")));
        return !drawers.isEmpty();
    }

    private static boolean deposit(DatabaseOffice portal) {
        count(portal);
        portal.deposits.make(DepositRequest.everything(RequestKey.fresh(), CASHIER, Kit.DAY));
        return true;
    }

    private static List<DepositSummary> deposits(DatabaseOffice portal) {
        return portal.deposits.deposits(VIEWER, Page.first(Page.MAX_LIMIT));
    }

    private static boolean post(DatabaseOffice portal, LocalDate until) {
        portal.postings.post(new PostingRequest(RequestKey.fresh(), Kit.ADMIN, until));
        return true;
    }

    /** Both portals tell the same, and what each account tells is the sum of its rows. */
    private static void requireSame(List<StudentNumber> students) {
        for (StudentNumber student : students) {
            AccountBalance balance = office.accounts.balance(student);
            assertThat(other.accounts.balance(student)).isEqualTo(balance);
            assertThat(balance.credit().isNegative()).isFalse();
            assertThat(balance.balance().toPlainString())
                    .isEqualTo(
                            office.ask("SELECT COALESCE(SUM(total), '0.00') FROM fees_jrl WHERE studnum = " + student));
        }
    }

    /** The month is closed for good, and everything is posted: each row once, with debits equal to credits. */
    private static void finish() {
        if (office.closings
                .closedThrough(VIEWER)
                .filter(AUGUST.atEndOfMonth()::equals)
                .isEmpty()) {
            office.closings.apply(new Close(RequestKey.fresh(), CLERK, AUGUST));
        }
        if (office.postings.unposted(VIEWER, Kit.DAY) > 0) {
            post(other, Kit.DAY);
        }
        assertThat(new JpaMonthSummaries(other.transactions, other.settings)
                        .of(VIEWER, AUGUST)
                        .count())
                .isEqualTo(Integer.parseInt(office.ask(
                        "SELECT COUNT(*) FROM fees_jrl WHERE trans_date BETWEEN '2026-08-01' AND '2026-08-31'")));
        assertThat(office.ask("SELECT COUNT(*) FROM fees_jrl j LEFT JOIN fees_posting_row p ON p.jrl_id = j.id"
                        + " WHERE p.jrl_id IS NULL"))
                .isEqualTo("0");
        assertThat(new java.math.BigDecimal(office.ask("SELECT SUM(amount) FROM fees_posting_line")))
                .isZero();
        assertThat(office.ask("SELECT MAX(paid_id) FROM fees_jrl WHERE trans_type IN ('pay', 'roa')"))
                .as("receipt numbers without a gap")
                .isEqualTo(office.ask(
                        "SELECT COUNT(*) FROM fees_jrl WHERE trans_type IN ('pay', 'roa') AND lead_id IS NULL"));
    }
}
