package org.openadmin.fees.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.only;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.collection.CollectionQuery;
import org.openadmin.fees.api.collection.CollectionQuery.GroupDay;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.collection.FeeCollection;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRun.Undone;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.payments.Receipts.SearchResult;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.collection.JpaFeeCollection;
import org.openadmin.fees.internal.corrections.CorrectionType;
import org.openadmin.fees.internal.journal.JpaMonthSummaries;
import org.openadmin.fees.internal.journal.StoredClosings;
import org.openadmin.fees.internal.overview.JpaFeesOverview;
import org.openadmin.fees.internal.payers.JpaCovers;
import org.openadmin.fees.internal.payers.JpaPayers;
import org.openadmin.fees.internal.payments.JpaClassPayments;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.ClassShare;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.WaiverReasons.Names;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;

/**
 * After any sequence of operations, every account agrees with the one in the in-memory office, which carried out the same
 * operations and refused the same ones.
 */
class JournalInvariantsDatabaseTest {

    private static final int REPETITIONS = 8;
    private static final int STEPS = 150;
    private static final int STUDENTS = 4;
    /** Every so many steps in the second half, something is done with covers: a run is dated today, after all other operations. */
    private static final int COVERS = 6;

    /** Every so many steps, the money of a class comes in an envelope. */
    private static final int CLASSES = 15;

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    /** The latest date of any operation. */
    private static final LocalDate LAST = DAY.plusDays(3);

    private static final Money LOCK_TOTAL = DatabaseOffice.cad("11.10");
    private static final int LOCK_CENTS = 1_110;

    private static final Actor SELLER = new Actor("seller", EnumSet.of(Role.BILL, Role.CASHIER));

    private static final Map<CorrectionType, Integer> DONE = new EnumMap<>(CorrectionType.class);
    private static int classPayments;
    private static final Map<Limit, Integer> DATES_REFUSED = new EnumMap<>(Limit.class);
    private static DatabaseOffice office;
    private static MemoryOffice model;
    private static PayerNumber band;
    /** A predefined fee that is sold, of {@link #LOCK_TOTAL} with its taxes. */
    private static PredefinedFeeId lock;

    private static int sales;
    /** The number that the database gave to each charge of the model. */
    private static final Map<ChargeId, ChargeId> IDS = new HashMap<>();

    private static final CashRounding NICKELS = CashRounding.to(DatabaseOffice.cad("0.05"));

    private CashRounding cash;
    private final List<BatchNumber> batches = new ArrayList<>();
    private final List<ReceiptNumber> returned = new ArrayList<>();
    /** The runs, and the numbers that the database gave to them. */
    private final Map<CoverRunNumber, CoverRunNumber> runs = new LinkedHashMap<>();

    private List<StudentNumber> students;
    private Random random;
    private static final WaiverReasons REASONS = new WaiverReasons(Map.of(
            new ReasonCode("bursary"), new Names("Bursary", Map.of()),
            new ReasonCode("hardship"), new Names("Hardship", Map.of())));

    /** Of its own, so that the other operations stay the same. */
    private Random envelopes;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(100);
        office.settings.change(office.settings.current().withWaivers(REASONS));
        model = new MemoryOffice(office.settings.current(), Kit.CLOCK);
        for (Student student : office.students.search("", 1_000).students()) {
            model.enrol(student);
        }
        AddPayerRequest payer =
                new AddPayerRequest(RequestKey.fresh(), CLERK, PayerKind.SPONSOR, PayerDetails.named("Prairie Band"));
        band = new JpaPayers(office.transactions, office.settings, Kit.CLOCK)
                .add(payer)
                .number();
        assertThat(model.payers().add(payer).number()).isEqualTo(band);
        AddRequest fee = new AddRequest(
                RequestKey.fresh(), CLERK, fee("Lock", "10.00", "GST", "PST"), Optional.empty(), Optional.empty());
        lock = office.catalogue.add(fee).id();
        assertThat(model.catalogue().add(fee).id()).isEqualTo(lock);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @RepeatedTest(REPETITIONS)
    void everyAccountAgreesWithThatOfTheInMemoryOffice(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        envelopes = new Random(repetition.getCurrentRepetition());
        int first = 100 + repetition.getCurrentRepetition() * STUDENTS;
        students = IntStream.range(first, first + STUDENTS)
                .mapToObj(StudentNumber::new)
                .toList();
        cash = repetition.getCurrentRepetition() % 2 == 0 ? NICKELS : CashRounding.none();
        Settings rounding = office.settings.current().withCashRounding(cash);
        office.settings.change(rounding);
        model.configure(rounding);
        for (int step = 0; step < STEPS; step++) {
            if (step > STEPS / 2 && step % COVERS == 0) {
                coverStep();
            } else {
                step("Fee " + repetition.getCurrentRepetition() + " " + step);
            }
            if (step % CLASSES == 0) {
                payAsClass(
                        students.get(envelopes.nextInt(STUDENTS)),
                        envelopes.nextInt(6) == 0 ? AUGUST.atEndOfMonth() : DAY);
            }
            students.forEach(JournalInvariantsDatabaseTest::assertSame);
            assertSame(band);
            assertThat(office.faults()).isEmpty();
        }
        assertSameFigures();
        if (repetition.getCurrentRepetition() == REPETITIONS) {
            assertThat(DONE).as("each kind of correction was made").containsKeys(CorrectionType.values());
            assertThat(sales).as("sales").isPositive();
            assertThat(classPayments).as("payments of classes").isGreaterThan(REPETITIONS);
            assertThat(DATES_REFUSED).containsKeys(Limit.REFUND_BEFORE_CREDIT, Limit.PERIOD_CLOSED);
            assertThat(model.rows())
                    .as("payments and refunds were rounded, and payments with their rounding voided")
                    .filteredOn(row -> row.kind() == EntryKind.ROUNDING)
                    .extracting(row -> of(row.reverses().orElseThrow()).kind())
                    .contains(EntryKind.PAYMENT, EntryKind.REFUND, EntryKind.ROUNDING);
        }
    }

    private static JournalEntry of(long row) {
        return model.rows().stream()
                .filter(each -> each.id() == row)
                .findFirst()
                .orElseThrow();
    }

    private void step(String name) {
        StudentNumber student = one(students).orElseThrow();
        LocalDate day = random.nextInt(6) == 0 ? AUGUST.atEndOfMonth() : DAY.plusDays(random.nextInt(5) - 1);
        switch (random.nextInt(30)) {
            case 0, 1, 2 -> charge(name, amount(1 + random.nextInt(9_999)));
            case 3, 4, 5 -> pay(student, day);
            case 6 -> one(charges(student)).ifPresent(charge -> cancel(charge, day));
            case 12 -> one(paid()).ifPresent(charge -> cancel(charge, LAST));
            case 7 ->
                one(charges(student))
                        .ifPresent(charge -> correct(number -> waive(number, Optional.empty(), day), charge));
            case 8 -> one(batches).ifPresent(batch -> undo(batch, student, day));
            case 9, 11 ->
                one(receipts(student))
                        .ifPresent(receipt ->
                                correct(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), day, "")));
            case 10 -> closeOrReopen();
            case 16, 17 -> one(charges(student)).ifPresent(charge -> split(charge, day));
            case 18 -> one(parts(student)).ifPresent(part -> waiveOrPutTogether(part, day));
            case 27 ->
                one(openParts())
                        .ifPresent(part ->
                                correct(number -> new PutTogether(RequestKey.fresh(), CLERK, number, LAST, ""), part));
            case 13, 14 -> one(receipts(student)).ifPresent(receipt -> giveBack(student, receipt.number(), day));
            case 15 -> one(returned).ifPresent(receipt -> undoReturn(receipt, day));
            case 19 -> one(returned).ifPresent(receipt -> undoReturn(receipt, LAST));
            case 20 -> moveCredit(withCredit().orElse(student), day);
            case 21, 22 -> one(charges(student)).ifPresent(charge -> transfer(charge, day));
            case 24, 25, 26 -> sell(student, day);
            case 23 -> one(transferred()).ifPresent(charge -> takeBack(charge, day));
            case 28 -> one(transferred()).ifPresent(charge -> takeBack(charge, LAST));
            default -> refund(withCredit().orElse(student), random.nextInt(3) == 0 ? day : LAST);
        }
    }

    /** The bank returns the payment, mostly with a fee, which is a charge of its own. */
    private void giveBack(StudentNumber student, ReceiptNumber receipt, LocalDate day) {
        Money fee = DatabaseOffice.cad(amount(random.nextInt(3) * 1_250));
        int before = charges(student).size();
        correct(new ReturnPayment(RequestKey.fresh(), CLERK, receipt, fee, Optional.of(LAST), day, "NSF", Set.of()));
        if (charges(student).size() > before) {
            IDS.put(newest(model.accounts().outstanding(student)), newest(office.accounts.outstanding(student)));
        }
        returned.add(receipt);
    }

    private void undoReturn(ReceiptNumber receipt, LocalDate day) {
        correct(new UndoReturn(RequestKey.fresh(), CLERK, receipt, day, "Honoured", Set.of()));
    }

    /** Of all students, or of one. */
    private void undo(BatchNumber batch, StudentNumber student, LocalDate day) {
        Set<StudentNumber> whose = random.nextBoolean() ? Set.of() : Set.of(student);
        correct(new Undo(RequestKey.fresh(), CLERK, batch, whose, day, "", Set.of()));
    }

    private void moveCredit(StudentNumber from, LocalDate day) {
        Money credit = model.accounts().balance(from).credit();
        Money amount = credit.isPositive() && random.nextInt(4) > 0
                ? credit
                : DatabaseOffice.cad(amount(1 + random.nextInt(3_000)));
        one(students)
                .filter(to -> !to.equals(from))
                .ifPresent(to -> correct(new MoveCredit(
                        RequestKey.fresh(), CASHIER, from, to, amount, day, "Sister", Set.of(Confirmation.OUTSIDER))));
    }

    private void transfer(ChargeId charge, LocalDate day) {
        int before = model.accounts().outstanding(band).size();
        correct(number -> new Transfer(RequestKey.fresh(), CLERK, number, band, day, ""), charge);
        if (model.accounts().outstanding(band).size() > before) {
            IDS.put(newest(model.accounts().outstanding(band)), newest(office.accounts.outstanding(band)));
        }
    }

    /** The charges that a payer has taken over, and sometimes another one. */
    private List<ChargeId> transferred() {
        return students.stream()
                .flatMap(student -> charges(student).stream())
                .filter(charge -> random.nextInt(10) == 0
                        || of(charge.value()).settledBy().stream()
                                .anyMatch(row -> of(row).kind() == EntryKind.TRANSFER))
                .toList();
    }

    private void coverStep() {
        switch (random.nextInt(4)) {
            case 0 -> cover(one(students).orElseThrow());
            case 1 -> undoCoverRun();
            default -> coverRun();
        }
    }

    private void cover(StudentNumber student) {
        CoverTerms terms = new CoverTerms(
                band,
                student,
                Optional.empty(),
                BigDecimal.valueOf(1 + random.nextInt(60)),
                random.nextBoolean()
                        ? Optional.of(DatabaseOffice.cad(amount(1 + random.nextInt(9_999))))
                        : Optional.empty(),
                DAY.minusDays(random.nextInt(30)),
                Optional.empty(),
                "");
        AddCoverRequest request = new AddCoverRequest(RequestKey.fresh(), CLERK, terms);
        assertThat(outcome(() -> covers().add(request).terms()))
                .isEqualTo(outcome(() -> model.covers().add(request).terms()));
    }

    private static JpaCovers covers() {
        return new JpaCovers(office.transactions, office.settings, Kit.CLOCK);
    }

    private void coverRun() {
        CoverRunRequest request = new CoverRunRequest(RequestKey.fresh(), CLERK, Optional.of(band), Optional.empty());
        assertThat(covers().preview(CLERK, request.payer()).figures())
                .isEqualTo(model.covers().preview(CLERK, request.payer()).figures());
        Object done = outcome(() -> covers().run(request));
        Object expected = outcome(() -> model.covers().run(request));
        if (done instanceof CoverRun made && expected instanceof CoverRun modelled) {
            DONE.merge(CorrectionType.COVER_RUN, 1, Integer::sum);
            assertThat(made.transfers()).isEqualTo(modelled.transfers());
            assertThat(made.total()).isEqualTo(modelled.total());
            runs.put(modelled.number(), made.number());
            mapCharges();
        } else {
            assertThat(done).isEqualTo(expected);
        }
    }

    private void undoCoverRun() {
        one(List.copyOf(runs.keySet())).ifPresent(run -> {
            Object done =
                    outcome(() -> covers().undo(new UndoCoverRunRequest(RequestKey.fresh(), CLERK, runs.get(run), ""))
                            .undone()
                            .orElseThrow());
            Object expected = outcome(() -> model.covers()
                    .undo(new UndoCoverRunRequest(RequestKey.fresh(), CLERK, run, ""))
                    .undone()
                    .orElseThrow());
            assertThat(done).isEqualTo(expected);
            if (done instanceof Undone) {
                DONE.merge(CorrectionType.UNDO_COVER_RUN, 1, Integer::sum);
                mapCharges();
            }
        });
    }

    /** The number that the database gave to each charge that came from another one: parts before what payers owe for them. */
    private static void mapCharges() {
        for (JournalEntry charge : model.rows()) {
            ChargeId id = new ChargeId(charge.id());
            if (charge.kind() == EntryKind.CHARGE && charge.links().origin().isPresent() && !IDS.containsKey(id)) {
                long origin = IDS.get(new ChargeId(charge.links().origin().getAsLong()))
                        .value();
                AccountNumber account = charge.student().orElseThrow().number();
                IDS.put(
                        id,
                        stored(account).stream()
                                .filter(row -> row.links().origin().equals(OptionalLong.of(origin)))
                                .filter(row ->
                                        row.links().part().equals(charge.links().part()))
                                .map(row -> new ChargeId(row.id()))
                                .filter(each -> !IDS.containsValue(each))
                                .findFirst()
                                .orElseThrow());
            }
        }
    }

    private static List<JournalEntry> stored(AccountNumber account) {
        JournalQuery charges = kinds(JournalQuery.everything().ofStudent(account), EntryKind.CHARGE);
        List<JournalEntry> rows = new ArrayList<>();
        office.journal.forEach(CLERK, charges, rows::add);
        return rows;
    }

    private void takeBack(ChargeId charge, LocalDate day) {
        correct(number -> new TakeBack(RequestKey.fresh(), CLERK, number, day, "Declined"), charge);
    }

    private void split(ChargeId charge, LocalDate day) {
        PartPlan plan = PartPlan.equal(2 + random.nextInt(3));
        correct(number -> new Split(RequestKey.fresh(), CLERK, number, plan, day, ""), charge);
    }

    /** With one of the codes, and sometimes also words. */
    private Waive waive(ChargeId charge, Optional<Money> amount, LocalDate day) {
        List<ReasonCode> codes = office.settings.current().waivers().codes();
        return new Waive(
                RequestKey.fresh(),
                CLERK,
                charge,
                amount,
                Optional.of(codes.get(random.nextInt(codes.size()))),
                day,
                random.nextBoolean() ? "Bursary" : "",
                Set.of());
    }

    private void waiveOrPutTogether(ChargeId part, LocalDate day) {
        Optional<Money> amount = Optional.of(DatabaseOffice.cad(amount(1 + random.nextInt(3_000))));
        boolean waived = random.nextInt(3) == 0;
        correct(
                number -> waived
                        ? waive(number, amount, day)
                        : new PutTogether(RequestKey.fresh(), CLERK, number, day, ""),
                part);
    }

    private static List<ChargeId> parts(StudentNumber student) {
        return charges(student).stream()
                .filter(charge -> of(charge.value()).links().part().isPresent())
                .toList();
    }

    private List<ChargeId> openParts() {
        return students.stream()
                .flatMap(student -> parts(student).stream())
                .filter(part -> of(part.value()).isOutstanding())
                .toList();
    }

    private static ChargeId newest(List<Charge> charges) {
        return charges.stream()
                .map(Charge::id)
                .max(Comparator.comparing(ChargeId::value))
                .orElseThrow();
    }

    private void cancel(ChargeId charge, LocalDate day) {
        correct(number -> new Cancel(RequestKey.fresh(), CLERK, number, day, ""), charge);
    }

    /** The charges that payments have settled: cancelling one leaves credit that no coins may be equal to. */
    private List<ChargeId> paid() {
        return students.stream()
                .flatMap(student -> charges(student).stream())
                .filter(charge -> of(charge.value()).settledBy().isPresent())
                .toList();
    }

    private void refund(StudentNumber student, LocalDate day) {
        correct(new Refund(
                RequestKey.fresh(), CASHIER, student, toRefund(student), PaymentMethod.CASH, "", day, "Moved"));
    }

    private Optional<StudentNumber> withCredit() {
        return one(students.stream()
                .filter(student -> model.accounts().balance(student).credit().isPositive())
                .toList());
    }

    /** Mostly the whole credit, as it is paid back in cash. */
    private Money toRefund(StudentNumber student) {
        Money credit = model.accounts().balance(student).credit();
        return credit.isPositive() && random.nextInt(4) > 0
                ? cash.sum(credit)
                : DatabaseOffice.cad(amount(mostlyPayable(1 + random.nextInt(3_000))));
    }

    /** Where cash is rounded, mostly an amount for which there are coins. */
    private long mostlyPayable(long cents) {
        return cash.step().isPresent() && random.nextInt(8) > 0 ? Math.max(5, cents / 5 * 5) : cents;
    }

    private <T> Optional<T> one(List<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(of.get(random.nextInt(of.size())));
    }

    /** All charges of a student, including settled and corrected ones. */
    private static List<ChargeId> charges(StudentNumber student) {
        return model.rows().stream()
                .filter(row -> row.kind() == EntryKind.CHARGE
                        && row.student().orElseThrow().number().equals(student))
                .map(JournalEntry::id)
                .map(ChargeId::new)
                .toList();
    }

    private static List<Receipt> receipts(StudentNumber student) {
        return model.receipts()
                .search(CASHIER, ReceiptQuery.ofStudent(student), Page.first(Page.MAX_LIMIT))
                .receipts();
    }

    private void charge(String name, String amount) {
        StudentNumber[] some =
                students.stream().filter(student -> random.nextBoolean()).toArray(StudentNumber[]::new);
        if (some.length == 0) {
            return;
        }
        Assessment done = office.assessment.post(request(fee(name, amount), only(some)));
        assertThat(model.assessment()
                        .post(request(fee(name, amount), only(some)))
                        .batch())
                .isEqualTo(done.batch());
        batches.add(done.batch());
        for (StudentNumber student : some) {
            IDS.put(
                    named(model.accounts().outstanding(student), name),
                    named(office.accounts.outstanding(student), name));
        }
    }

    private static ChargeId named(List<Charge> charges, String name) {
        return charges.stream()
                .filter(charge -> charge.name().equals(name))
                .map(Charge::id)
                .findFirst()
                .orElseThrow();
    }

    private void pay(StudentNumber student, LocalDate day) {
        List<Charge> chosen = model.accounts().outstanding(student).stream()
                .filter(charge -> random.nextBoolean())
                .toList();
        Money total = chosen.stream().map(Charge::total).reduce(DatabaseOffice.cad("0"), Money::plus);
        long cents = total.amount().movePointRight(2).longValueExact();
        Money credit = model.accounts().balance(student).credit();
        boolean fromCredit = !chosen.isEmpty() && credit.compareTo(total) >= 0 && random.nextBoolean();
        Money needed = total.minus(credit);
        String received = fromCredit
                ? amount(0)
                : needed.isPositive() && random.nextInt(3) > 0
                        ? cash.sum(needed).toPlainString()
                        : amount(mostlyPayable(Math.max(1, cents + random.nextInt(4_001) - 2_000)));
        PaymentMethod method = random.nextInt(3) == 0 ? PaymentMethod.CHEQUE : PaymentMethod.CASH;
        ChargeId[] numbers = chosen.stream().map(Charge::id).toArray(ChargeId[]::new);
        ChargeId[] stored = chosen.stream().map(charge -> IDS.get(charge.id())).toArray(ChargeId[]::new);
        assertThat(outcome(() -> figures(office.cashier.receive(by(method, day, payment(student, received, stored))))))
                .isEqualTo(outcome(
                        () -> figures(model.cashier().receive(by(method, day, payment(student, received, numbers))))));
    }

    /** One to three pieces, beside other charges; sometimes the money is not enough for all of them. */
    private void sell(StudentNumber student, LocalDate day) {
        int quantity = 1 + random.nextInt(3);
        List<Charge> chosen = model.accounts().outstanding(student).stream()
                .filter(charge -> random.nextInt(4) == 0)
                .toList();
        Optional<Money> part = Optional.of(DatabaseOffice.cad(amount(random.nextInt(quantity * LOCK_CENTS))))
                .filter(paid -> random.nextInt(3) == 0);
        Money sold = part.orElse(LOCK_TOTAL.times(quantity));
        Money needed = chosen.stream()
                .map(Charge::total)
                .reduce(sold, Money::plus)
                .minus(model.accounts().balance(student).credit());
        String received = needed.isPositive() ? cash.sum(needed).toPlainString() : amount(0);
        List<ChargeId> known = charges(student);
        SoldFee pieces = new SoldFee(lock, quantity, part);
        Set<ChargeId> numbers = chosen.stream().map(Charge::id).collect(Collectors.toSet());
        Set<ChargeId> stored = numbers.stream().map(IDS::get).collect(Collectors.toSet());
        assertThat(outcome(() -> figures(office.cashier.receive(sale(student, day, received, stored, pieces)))))
                .isEqualTo(
                        outcome(() -> figures(model.cashier().receive(sale(student, day, received, numbers, pieces)))));
        List<ChargeId> made = charges(student).stream()
                .filter(charge -> !known.contains(charge))
                .toList();
        List<JournalEntry> rows = stored(student).stream()
                .filter(row -> !IDS.containsValue(new ChargeId(row.id())))
                .sorted(Comparator.comparing(JournalEntry::id))
                .toList();
        assertThat(rows).hasSameSizeAs(made);
        for (int i = 0; i < made.size(); i++) {
            assertThat(rows.get(i).total()).isEqualTo(of(made.get(i).value()).total());
            IDS.put(made.get(i), new ChargeId(rows.get(i).id()));
        }
        sales += made.isEmpty() ? 0 : 1;
    }

    private static PaymentRequest sale(
            StudentNumber student, LocalDate day, String received, Set<ChargeId> charges, SoldFee sold) {
        return new PaymentRequest(
                RequestKey.fresh(),
                SELLER,
                student,
                day,
                DatabaseOffice.cad(received),
                charges,
                PaymentMethod.CASH,
                "",
                Set.of(Confirmation.REPEATED_AMOUNT, Confirmation.ALREADY_CHARGED),
                Optional.empty(),
                List.of(sold));
    }

    /** Everybody in the homeroom of a student pays one of the fees that the student owes; sometimes the envelope holds another sum. */
    private void payAsClass(StudentNumber student, LocalDate day) {
        JpaClassPayments classes = new JpaClassPayments(
                office.transactions,
                office.settings,
                new JpaFeeCollection(office.transactions, office.settings, office.catalogue, Kit.CLOCK),
                Kit.CLOCK);
        String homeroom = model.students().find(student).orElseThrow().homeroom();
        List<Charge> outstanding = model.accounts().outstanding(student);
        if (outstanding.isEmpty() || homeroom.isBlank()) {
            return;
        }
        String fee = outstanding.get(envelopes.nextInt(outstanding.size())).name();
        Object due = outcome(() -> classes.due(CASHIER, fee, homeroom, day).lines().stream()
                .map(JournalInvariantsDatabaseTest::figures)
                .toList());
        assertThat(due).isEqualTo(outcome(() -> model.classPayments().due(CASHIER, fee, homeroom, day).lines().stream()
                .map(JournalInvariantsDatabaseTest::figures)
                .toList()));
        List<ClassDue.Line> lines =
                model.classPayments().due(CASHIER, fee, homeroom, DAY).owing();
        PaymentMethod method = envelopes.nextInt(3) == 0 ? PaymentMethod.CHEQUE : PaymentMethod.CASH;
        CashRounding rounding = method == PaymentMethod.CASH ? cash : CashRounding.none();
        Money sum = lines.stream()
                .map(line -> ClassShare.of(line.owed(), rounding).received())
                .reduce(DatabaseOffice.cad(envelopes.nextInt(5) == 0 ? "0.05" : "0"), Money::plus);
        ClassPaymentRequest modelled = new ClassPaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                fee,
                homeroom,
                lines.stream().map(ClassDue.Line::part).toList(),
                day,
                sum,
                method,
                "",
                Set.of(Confirmation.UNUSUAL_DATE, Confirmation.NOT_CASH, Confirmation.REPEATED_AMOUNT));
        ClassPaymentRequest stored = new ClassPaymentRequest(
                modelled.key(),
                CASHIER,
                fee,
                homeroom,
                modelled.parts().stream()
                        .map(part -> new Part(
                                part.account(),
                                part.charges().stream().map(IDS::get).collect(Collectors.toSet())))
                        .toList(),
                day,
                sum,
                method,
                "",
                modelled.confirmed());
        Object done = outcome(() -> figures(classes.post(stored)));
        assertThat(done).isEqualTo(outcome(() -> figures(model.classPayments().post(modelled))));
        classPayments += done instanceof List ? 1 : 0;
    }

    private static List<Object> figures(ClassDue.Line line) {
        return List.of(line.student().number(), line.due(), line.owed().size(), line.settled(), line.credit());
    }

    private static List<Object> figures(ClassPayment payment) {
        return payment.receipts().stream()
                .<Object>map(receipt -> List.of(receipt.student().number(), receipt.received(), figures(receipt)))
                .toList();
    }

    private static List<Object> figures(Receipt receipt) {
        return List.of(receipt.number(), receipt.rounding(), receipt.fromCredit(), receipt.onAccount());
    }

    /** Sometimes the closings so far are those of an earlier version, which carried fewer figures forward. */
    private void closeOrReopen() {
        if (random.nextInt(5) == 0) {
            StoredClosings.forgetLists(office);
        }
        ClosingRequest request = random.nextBoolean()
                ? new Close(RequestKey.fresh(), CLERK, AUGUST)
                : new Reopen(RequestKey.fresh(), Kit.ADMIN, AUGUST, "A late payment");
        assertThat(outcome(() -> office.closings.apply(request).closedThrough()))
                .isEqualTo(outcome(() -> model.closings().apply(request).closedThrough()));
        assertThat(new JpaMonthSummaries(office.transactions, office.settings).of(CLERK, AUGUST))
                .isEqualTo(model.months().of(CLERK, AUGUST));
        assertSameFigures();
    }

    /** The figures of the whole office, now and as of past days, whatever is closed. */
    private static void assertSameFigures() {
        FeesOverview overview = new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK);
        assertThat(office.accounts.balances()).isEqualTo(model.accounts().balances());
        assertThat(overview.figures(CLERK, Kit.TODAY))
                .isEqualTo(model.overview().figures(CLERK, Kit.TODAY));
        assertThat(overview.receivables(CLERK, Kit.TODAY))
                .isEqualTo(model.overview().receivables(CLERK, Kit.TODAY));
        for (LocalDate day : List.of(AUGUST.atDay(30), AUGUST.atEndOfMonth(), DAY.minusDays(1), DAY.plusDays(2))) {
            assertThat(office.accounts.balances(day)).isEqualTo(model.accounts().balances(day));
            assertThat(overview.figuresAsOf(CLERK, day))
                    .isEqualTo(model.overview().figuresAsOf(CLERK, day));
            assertThat(overview.receivablesAsOf(CLERK, day))
                    .isEqualTo(model.overview().receivablesAsOf(CLERK, day));
        }
        assertSameCollection();
        List<JournalQuery> queries = new ArrayList<>();
        for (JournalQuery period : List.of(
                JournalQuery.everything(),
                JournalQuery.everything().between(AUGUST.atDay(31), DAY),
                JournalQuery.everything().between(AUGUST.atDay(1), AUGUST.atDay(31)))) {
            queries.add(period);
            queries.add(kinds(period, EntryKind.CHARGE));
            queries.add(kinds(period, EntryKind.PAYMENT, EntryKind.VOID));
        }
        queries.forEach(query -> assertThat(office.journal.totals(CLERK, query))
                .isEqualTo(model.journal().totals(CLERK, query)));
        assertThat(office.receipts.cashiers(CLERK)).isEqualTo(model.receipts().cashiers(CLERK));
        for (ReceiptQuery query : List.of(
                ReceiptQuery.everything(),
                ReceiptQuery.ofDay(AUGUST.atEndOfMonth()),
                new ReceiptQuery(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(AUGUST.atDay(1)),
                        Optional.of(DAY),
                        Optional.of(CASHIER.name())))) {
            assertThat(totals(office.receipts, query)).isEqualTo(totals(model.receipts(), query));
        }
    }

    /** What has become of the charges, of all fees and of the one that was charged last. */
    private static void assertSameCollection() {
        FeeCollection collection =
                new JpaFeeCollection(office.transactions, office.settings, office.catalogue, Kit.CLOCK);
        for (CollectionPeriod period : List.of(
                CollectionPeriod.always(),
                CollectionPeriod.schoolYear(AUGUST.atDay(1)),
                CollectionPeriod.schoolYear(DAY),
                CollectionPeriod.always().asOf(Optional.of(AUGUST.atEndOfMonth())))) {
            CollectionReport fees = model.collection().fees(CLERK, period);
            assertThat(collection.fees(CLERK, period)).isEqualTo(fees);
            for (CollectionLine line : fees.lines()
                    .subList(Math.max(0, fees.lines().size() - 2), fees.lines().size())) {
                for (GroupKind by : List.of(GroupKind.HOMEROOM, GroupKind.GRADE)) {
                    CollectionQuery query = new CollectionQuery(line.name(), by, GroupDay.CHARGE, period);
                    assertThat(collection.groups(CLERK, query))
                            .isEqualTo(model.collection().groups(CLERK, query));
                }
            }
        }
    }

    private static JournalQuery kinds(JournalQuery query, EntryKind... kinds) {
        return new JournalQuery(
                query.from(),
                query.to(),
                Set.of(kinds),
                query.student(),
                query.batch(),
                query.outstandingOnly(),
                query.order(),
                query.ascending());
    }

    private static List<Object> totals(Receipts receipts, ReceiptQuery query) {
        SearchResult found = receipts.search(CLERK, query, Page.first(1));
        return List.of(found.total(), found.received(), found.voidedCount(), found.voided());
    }

    /** With another method and date; that another method than cash is wanted is confirmed. */
    private static PaymentRequest by(PaymentMethod method, LocalDate day, PaymentRequest request) {
        return new PaymentRequest(
                        request.key(),
                        request.actor(),
                        request.student(),
                        day,
                        request.received(),
                        request.charges(),
                        method,
                        request.reference(),
                        request.confirmed())
                .confirming(Confirmation.NOT_CASH);
    }

    private void correct(CorrectionRequest request) {
        correct(request, request);
    }

    private void correct(Function<ChargeId, CorrectionRequest> request, ChargeId charge) {
        correct(request.apply(IDS.get(charge)), request.apply(charge));
    }

    private void correct(CorrectionRequest stored, CorrectionRequest modelled) {
        Object done = outcome(() -> office.corrections.apply(stored));
        Object expected = outcome(() -> model.corrections().apply(modelled));
        if (done instanceof Correction made && expected instanceof Correction model) {
            DONE.merge(CorrectionType.of(stored), 1, Integer::sum);
            assertThat(unnumbered(made)).isEqualTo(unnumbered(model));
            for (int i = 0; i < made.parts().size(); i++) {
                IDS.put(
                        model.parts().get(i).id().orElseThrow(),
                        made.parts().get(i).id().orElseThrow());
            }
        } else {
            assertThat(done).isEqualTo(expected);
        }
    }

    /** The parts have other numbers in the database than in the model. */
    private static Correction unnumbered(Correction correction) {
        return correction.withParts(correction.parts().stream()
                .map(part -> new SplitPart(
                        Optional.empty(), part.part(), part.due(), part.subtotal(), part.taxes(), part.total()))
                .toList());
    }

    /** The result of an operation, or the exception that refused it: its type, or the nearest date that is allowed. */
    private static Object outcome(Supplier<?> operation) {
        try {
            return operation.get();
        } catch (DateNotAllowedException e) {
            DATES_REFUSED.merge(e.limit(), 1, Integer::sum);
            return List.of(e.limit(), e.allowed());
        } catch (FeesException e) {
            return e.getClass();
        }
    }

    private static void assertSame(AccountNumber account) {
        AccountBalance balance = office.accounts.balance(account);
        assertThat(balance).isEqualTo(model.accounts().balance(account));
        assertThat(balance.credit().isNegative()).isFalse();
        assertThat(office.accounts.outstanding(account).stream().map(Charge::id))
                .containsExactlyInAnyOrderElementsOf(model.accounts().outstanding(account).stream()
                        .map(charge -> IDS.get(charge.id()))
                        .toList());
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
