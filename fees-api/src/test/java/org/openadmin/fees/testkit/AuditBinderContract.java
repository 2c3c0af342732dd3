package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.binder.AccountLine;
import org.openadmin.fees.api.binder.AuditBinder;
import org.openadmin.fees.api.binder.BinderBalance;
import org.openadmin.fees.api.binder.BinderContent;
import org.openadmin.fees.api.binder.BinderDeposit;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.CashUp;
import org.openadmin.fees.api.binder.CorrectionLine;
import org.openadmin.fees.api.binder.PeriodReversedException;
import org.openadmin.fees.api.binder.ReceiptLine;
import org.openadmin.fees.api.binder.ReceiptLine.Elsewhere;
import org.openadmin.fees.api.binder.ReceiptLine.Issued;
import org.openadmin.fees.api.binder.ReceiptTotals;
import org.openadmin.fees.api.binder.RowTotal;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.api.binder.WaiverTotal;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.CollectionLine;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositRequest;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.spi.WaiverReasons;
import org.openadmin.fees.spi.WaiverReasons.Names;

/** What {@link AuditBinder} promises. Each test has a period of its own, of 60 days, later than those of the tests before it. */
public abstract class AuditBinderContract extends OfficeContract {

    private static final ReasonCode HARDSHIP = new ReasonCode("hardship");

    private static final int DAYS = 60;
    private static final Actor OTHER = new Actor("other", CASHIER.roles());

    private final TestClock clock = new TestClock();
    private LocalDate begin = DAY;

    @Override
    protected final Office open() {
        return open(clock);
    }

    /** Opens an office without students and with an empty journal. */
    protected abstract Office open(TestClock today);

    @BeforeEach
    void nextPeriod() {
        begin = begin.plusDays(4 * DAYS);
        clock.moveTo(begin);
    }

    private LocalDate day(int number) {
        return begin.plusDays(number);
    }

    private void today(int number) {
        clock.moveTo(day(number));
    }

    /** From the first day of this test's period. */
    private BinderPeriod period(int to) {
        return new BinderPeriod(begin, day(to));
    }

    private <R> R read(Actor reader, BinderPeriod period, Function<BinderContent, R> use) {
        return office.binder().read(reader, period, use);
    }

    private <T> List<T> list(Actor reader, BinderPeriod period, BiConsumer<BinderContent, Consumer<T>> section) {
        return read(reader, period, content -> all(use -> section.accept(content, use)));
    }

    private static <T> List<T> all(Consumer<Consumer<T>> section) {
        List<T> lines = new ArrayList<>();
        section.accept(lines::add);
        return lines;
    }

    private TieOut tieOut(BinderPeriod period) {
        return read(VIEWER, period, BinderContent::tieOut);
    }

    private List<ReceiptLine> receipts(BinderPeriod period) {
        return list(VIEWER, period, BinderContent::receipts);
    }

    private ChargeId charged(StudentNumber student, int day, String name, String amount) {
        today(day);
        return charge(student, day(day), name, amount);
    }

    private Receipt paid(StudentNumber student, int recorded, int dated, String amount, ChargeId... charges) {
        return paid(student, recorded, dated, amount, PaymentMethod.CASH, charges);
    }

    private Receipt paid(
            StudentNumber student, int recorded, int dated, String amount, PaymentMethod method, ChargeId... charges) {
        today(recorded);
        return office.cashier().receive(DatedRequests.paying(student, day(dated), amount, method, charges));
    }

    private void voided(ReceiptNumber receipt, int recorded, int dated) {
        today(recorded);
        office.corrections().apply(DatedRequests.voiding(receipt, day(dated)));
    }

    private static RowTotal rows(long rows, String total) {
        return new RowTotal(rows, cad(total));
    }

    @Test
    void theOpeningBalanceBecomesTheClosingBalance() {
        StudentNumber student = student();
        ChargeId before = charged(student, 0, "Before", "10.00");
        BinderBalance opening = tieOut(period(0)).closing();
        ChargeId lab = charged(student, 2, "Lab", "20.00");
        ChargeId trip = charged(student, 3, "Trip", "30.00");
        ChargeId mistake = charged(student, 3, "Mistake", "7.00");
        Receipt receipt = paid(student, 4, 4, "25.00", lab);
        office.corrections().apply(DatedRequests.cancel(mistake, day(4)));
        office.corrections().apply(DatedRequests.waive(trip, day(4)));
        voided(receipt.number(), 5, 5);
        paid(student, 6, 6, "12.00", before);
        office.corrections().apply(DatedRequests.refund(student, day(6), "2.00"));
        today(9);

        TieOut tieOut = tieOut(new BinderPeriod(day(1), day(8)));

        assertThat(tieOut.opening()).isEqualTo(opening);
        assertThat(tieOut.backdated()).isEqualTo(rows(0, "0.00"));
        assertThat(tieOut.of(EntryKind.CHARGE)).isEqualTo(rows(3, "57.00"));
        assertThat(tieOut.of(EntryKind.PAYMENT)).isEqualTo(rows(2, "-37.00"));
        assertThat(tieOut.of(EntryKind.REVERSAL)).isEqualTo(rows(1, "-7.00"));
        assertThat(tieOut.of(EntryKind.WAIVER)).isEqualTo(rows(1, "-30.00"));
        assertThat(tieOut.of(EntryKind.VOID)).isEqualTo(rows(1, "25.00"));
        assertThat(tieOut.of(EntryKind.REFUND)).isEqualTo(rows(1, "2.00"));
        assertThat(tieOut.of(EntryKind.ON_ACCOUNT)).isEqualTo(rows(0, "0.00"));
        assertThat(tieOut.change()).isEqualTo(cad("10.00"));
        assertThat(tieOut.closing().balance()).isEqualTo(opening.balance().plus(cad("10.00")));
        assertThat(tieOut.closing().outstanding())
                .isEqualTo(opening.outstanding().plus(cad("10.00")));
        assertThat(tieOut.unexplained()).isEqualTo(cad("0.00"));
        assertThat(tieOut.recordedLater()).isEqualTo(rows(0, "0.00"));
        assertThat(tieOut.now()).isEqualTo(tieOut.closing());
        assertThat(tieOut.withoutAccount()).isEqualTo(rows(0, "0.00"));
    }

    @Test
    void theClosingBalanceIsTheOpeningBalanceOfTheNextPeriod() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        charged(student, 1, "Trip", "30.00");
        today(5);
        TieOut first = tieOut(period(4));
        paid(student, 6, 3, "20.00", lab);
        charged(student, 8, "Band", "11.00");
        today(12);

        TieOut again = tieOut(period(4));
        TieOut next = tieOut(new BinderPeriod(day(5), day(10)));

        assertThat(next.opening()).isEqualTo(first.closing()).isEqualTo(again.closing());
        assertThat(next.backdated()).isEqualTo(rows(1, "-20.00")).isEqualTo(again.recordedLater());
        assertThat(next.closing().balance()).isEqualTo(first.closing().balance().plus(cad("-9.00")));
        assertThat(next.unexplained()).isEqualTo(cad("0.00"));
        assertThat(again.now().balance()).isEqualTo(first.closing().balance().minus(cad("20.00")));
        assertThat(again.now().outstanding())
                .isEqualTo(first.closing().outstanding().minus(cad("20.00")));
    }

    /** Everything that a binder shows of a period, but what was recorded later and the check. */
    private List<Object> body(BinderPeriod period) {
        return read(
                ADMIN,
                period,
                content -> List.of(
                        content.tieOut().opening(),
                        content.tieOut().backdated(),
                        content.tieOut().kinds(),
                        content.tieOut().closing(),
                        all(content::receipts).stream()
                                .map(AuditBinderContract::unvoided)
                                .toList(),
                        all(content::deposits),
                        all(content::undeposited),
                        all(content::cashUps),
                        all(content::corrections).stream()
                                .map(CorrectionLine::correction)
                                .toList(),
                        content.waivers(),
                        all(content::refusals),
                        content.collection(),
                        all(content::accounts),
                        content.closings(),
                        content.postings(),
                        all(content::backdated)));
    }

    /** Without the number of a void that followed, which is in the row of the journal, and not in a binder. */
    private static Object unvoided(ReceiptLine line) {
        return line instanceof Issued issued
                ? List.of(
                        issued.number(), issued.receipt().total(), issued.voiding(), issued.returned(), issued.banked())
                : line;
    }

    @Test
    void theSamePeriodHasTheSameFiguresWhateverHappensLater() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 1, "Lab", "20.00");
        ChargeId trip = charged(student, 1, "Trip", "30.00");
        ChargeId band = charged(student, 1, "Band", "5.00");
        Receipt cheque = paid(student, 2, 2, "25.00", PaymentMethod.CHEQUE, lab);
        Receipt cash = paid(student, 3, 3, "1.00");
        today(5);
        List<Object> first = body(period(4));

        paid(student, 6, 3, "30.00", trip);
        voided(cheque.number(), 7, 3);
        voided(cash.number(), 7, 7);
        office.corrections().apply(DatedRequests.waive(band, day(7)));
        charged(student, 8, "Robotics", "2.00");
        office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        CASHIER.name(),
                        day(3),
                        cad("0.00"),
                        CountedCash.of(cad("31.00")),
                        "found"));
        today(9);

        assertThat(body(period(4))).isEqualTo(first);
        List<JournalEntry> later = list(VIEWER, period(4), BinderContent::recordedLater);
        assertThat(later).extracting(JournalEntry::kind).containsExactly(EntryKind.PAYMENT, EntryKind.VOID);
        assertThat(tieOut(period(4)).recordedLater()).isEqualTo(rows(2, "-5.00"));
    }

    @Test
    void receiptsAreInNumberOrderWithVoidsBesideThem() {
        StudentNumber student = student();
        paid(student, 0, 0, "1.00");
        Receipt first = paid(student, 2, 2, "10.00");
        Receipt earlier = paid(student, 3, 0, "11.00");
        Receipt second = paid(student, 3, 3, "12.00", PaymentMethod.CHEQUE);
        Receipt third = paid(student, 4, 4, "13.00");
        voided(first.number(), 5, 5);
        today(5);
        office.corrections().apply(DatedRequests.returning(second.number(), day(5), "25.00"));
        voided(third.number(), 9, 9);
        BinderPeriod period = new BinderPeriod(day(1), day(8));

        List<ReceiptLine> lines = receipts(period);

        long number = first.number().value();
        assertThat(lines).hasSize(4);
        Issued voided = (Issued) lines.get(0);
        assertThat(voided.number()).isEqualTo(number);
        assertThat(voided.receipt().total()).isEqualTo(cad("-10.00"));
        JournalEntry voiding = voided.voiding().orElseThrow();
        assertThat(voiding.description()).isEqualTo("Bounced");
        assertThat(voiding.recordedBy()).isEqualTo(CASHIER.name());
        assertThat(voiding.date()).contains(day(5));
        assertThat(voided.returned()).isFalse();
        assertThat(lines.get(1))
                .isEqualTo(
                        new Elsewhere(earlier.number().value(), earlier.number().value()));
        Issued returned = (Issued) lines.get(2);
        assertThat(returned.returned()).isTrue();
        assertThat(returned.voiding().orElseThrow().description()).isEqualTo("NSF");
        assertThat(((Issued) lines.get(3)).voiding())
                .as("voided after the period")
                .isEmpty();
        ReceiptTotals totals = read(VIEWER, period, content -> content.receipts(line -> {}));
        assertThat(totals)
                .isEqualTo(new ReceiptTotals(
                        Optional.of(first.number()), Optional.of(third.number()), 3, cad("35.00"), 2, cad("22.00"), 0));
    }

    @Test
    void aReceiptForSeveralAccountsIsListedOnceWithAllItsMoney() {
        StudentNumber ines = child("Inès", "Jo Côté", "1 Ash St.");
        StudentNumber marc = child("Marc", "Jo Côté", "1 Ash St.");
        ChargeId lab = charged(ines, 1, "Lab fee", "30.00");
        ChargeId choir = charged(marc, 1, "Choir", "8.00");
        today(2);
        Receipt receipt = office.cashier()
                .receive(new FamilyPaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        List.of(new Part(ines, Set.of(lab)), new Part(marc, Set.of(choir))),
                        ines,
                        day(2),
                        cad("38.00"),
                        PaymentMethod.CHEQUE,
                        "7",
                        Set.of()));
        voided(receipt.number(), 3, 3);
        today(5);

        Issued line = (Issued) receipts(period(4)).get(0);

        assertThat(receipts(period(4))).hasSize(1);
        assertThat(line.receipt().total()).isEqualTo(cad("-38.00"));
        assertThat(line.receipt().student().orElseThrow().name()).isEqualTo("Tremblay, Inès; Tremblay, Marc");
        assertThat(line.voiding().orElseThrow().total()).isEqualTo(cad("38.00"));
        ReceiptTotals totals = read(VIEWER, period(4), content -> content.receipts(each -> {}));
        assertThat(totals.issued()).isEqualTo(1);
        assertThat(totals.received()).isEqualTo(cad("38.00"));
        assertThat(totals.voidedSum()).isEqualTo(cad("38.00"));
    }

    @Test
    void aNumberThatNoReceiptHasIsMissing() {
        StudentNumber student = student();
        Receipt last = paid(student, 1, 1, "10.00");
        int next = Math.toIntExact(last.number().value()) + 4;
        office.add(JournalRow.of(EntryKind.PAYMENT, "-7.00")
                .student(student)
                .on(day(2))
                .receipt(next));
        today(5);

        assertThat(receipts(period(4)))
                .filteredOn(ReceiptLine.Missing.class::isInstance)
                .containsExactly(new ReceiptLine.Missing(next - 3, next - 1));
        assertThat(read(VIEWER, period(4), content -> content.receipts(line -> {}))
                        .missing())
                .isEqualTo(3);
    }

    @Test
    void aPeriodWithoutReceiptsHasNone() {
        today(5);

        assertThat(receipts(period(4))).isEmpty();
        assertThat(read(VIEWER, period(4), content -> content.receipts(line -> {}))
                        .first())
                .isEmpty();
    }

    @Test
    void moneyIsFollowedToTheBank() {
        StudentNumber student = student();
        int undeposited = list(VIEWER, period(0), BinderContent::undeposited).size();
        Receipt cheque = paid(student, 1, 1, "60.00", PaymentMethod.CHEQUE);
        paid(student, 2, 2, "9.00", PaymentMethod.CARD);
        Receipt late = paid(student, 3, 3, "40.00", PaymentMethod.CHEQUE);
        today(4);
        Deposit deposit = deposit(cheque);
        today(6);
        office.deposits().verify(new VerifyDepositRequest(RequestKey.fresh(), OTHER, deposit.number()));
        deposit(late);
        today(9);

        Issued banked = (Issued) receipts(period(4)).get(0);
        assertThat(banked.banked().orElseThrow().number()).isEqualTo(deposit.number());
        assertThat(banked.daysToBank()).hasValue(3);
        assertThat(((Issued) receipts(period(4)).get(1)).daysToBank()).isEmpty();
        List<BinderDeposit> deposits = list(VIEWER, period(4), BinderContent::deposits);
        assertThat(deposits).singleElement().satisfies(each -> {
            assertThat(each.deposit().number()).isEqualTo(deposit.number());
            assertThat(each.deposit().total()).isEqualTo(cad("60.00"));
            assertThat(each.deposit().verification()).as("verified later").isEmpty();
            assertThat(each.days()).hasValue(3);
        });
        assertThat(list(VIEWER, period(6), BinderContent::deposits))
                .hasSize(2)
                .first()
                .satisfies(each -> assertThat(
                                each.deposit().verification().orElseThrow().by())
                        .isEqualTo(OTHER.name()));
        List<MoneyRow> waiting = list(VIEWER, period(4), BinderContent::undeposited);
        assertThat(waiting).hasSize(undeposited + 1);
        assertThat(waiting.get(undeposited).receipt()).contains(late.number());
        assertThat(list(VIEWER, period(6), BinderContent::undeposited)).hasSize(undeposited);
    }

    private Deposit deposit(Receipt receipt) {
        List<MoneyRow> rows = office.deposits().offer(VIEWER, LocalDate.now(clock)).rows().stream()
                .filter(row -> row.receipt().equals(Optional.of(receipt.number())))
                .toList();
        return office.deposits()
                .make(new DepositRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        LocalDate.now(clock),
                        Optional.of(Set.of(rows.get(0).row())),
                        Optional.empty()));
    }

    @Test
    void theCountsOfTheDrawersAreListedWithTheirReasons() {
        today(1);
        count(day(1), "5.00", "two coins");
        count(day(1), "0.00", "");
        count(day(2), "1.00", "of another period");
        today(9);

        List<CashUp> counts = list(VIEWER, new BinderPeriod(day(1), day(1)), BinderContent::cashUps);

        assertThat(counts).extracting(each -> each.count().difference()).containsExactly(cad("5.00"), cad("0.00"));
        assertThat(counts).extracting(CashUp::valid).containsExactly(false, true);
        assertThat(counts.get(0).count().reason()).isEqualTo("two coins");
    }

    private void count(LocalDate day, String counted, String reason) {
        clock.moveTo(day);
        office.till()
                .count(new CountRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        CASHIER.name(),
                        day,
                        cad("0.00"),
                        CountedCash.of(cad(counted)),
                        reason));
    }

    @Test
    void correctionsAreBesideWhatTheyCorrect() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        ChargeId trip = charged(student, 0, "Trip", "30.00");
        Receipt receipt = paid(student, 0, 0, "9.00");
        today(2);
        office.corrections().apply(DatedRequests.cancel(lab, day(2)));
        office.corrections().apply(DatedRequests.waive(trip, day(2)));
        office.corrections().apply(DatedRequests.refund(student, day(2), "4.00"));
        office.corrections()
                .apply(DatedRequests.voiding(paid(student, 3, 3, "1.00").number(), day(3)));
        today(9);
        BinderPeriod period = new BinderPeriod(day(1), day(8));

        List<CorrectionLine> lines = list(ADMIN, period, BinderContent::corrections);

        assertThat(lines)
                .extracting(line -> line.correction().kind())
                .containsExactly(EntryKind.REVERSAL, EntryKind.WAIVER, EntryKind.REFUND, EntryKind.VOID);
        assertThat(lines)
                .extracting(line -> line.correction().description())
                .containsExactly("Mistake", "Bursary", "Moved", "Bounced");
        assertThat(lines.get(0).original().orElseThrow().name()).isEqualTo("Lab");
        assertThat(lines.get(1).original().orElseThrow().id()).isEqualTo(trip.value());
        assertThat(lines.get(2).original()).isEmpty();
        assertThat(lines.get(3).original().orElseThrow().receipt())
                .contains(new ReceiptNumber(receipt.number().value() + 1));
    }

    @Test
    void reasonsOfWaiversAndRefusedCommandsAreOnlyForAdministrators() {
        StudentNumber student = student();
        ChargeId trip = charged(student, 2, "Trip", "30.00");
        ChargeId band = charged(student, 2, "Band", "5.00");
        office.corrections().apply(DatedRequests.waive(trip, day(2)));
        office.configure(
                Kit.settings().withWaivers(new WaiverReasons(Map.of(HARDSHIP, new Names("Hardship", Map.of())))));
        office.corrections()
                .apply(new Waive(
                        RequestKey.fresh(),
                        CLERK,
                        band,
                        Optional.empty(),
                        Optional.of(HARDSHIP),
                        day(2),
                        "Lost the job",
                        Set.of()));
        office.configure(Kit.settings());
        refusal(NotAllowedException.class, () -> office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), NOBODY, new ReceiptNumber(1), day(2), "", Set.of())));
        today(9);

        for (Actor reader : List.of(VIEWER, CLERK, CASHIER)) {
            assertThat(read(reader, period(8), BinderContent::showsConfidential))
                    .isFalse();
            assertThat(list(reader, period(8), BinderContent::corrections))
                    .extracting(CorrectionLine::correction)
                    .allSatisfy(waiver -> {
                        assertThat(waiver.description()).isEmpty();
                        assertThat(waiver.reasonCode()).isEmpty();
                    });
            assertThat(read(reader, period(8), BinderContent::waivers))
                    .containsExactly(new WaiverTotal(Optional.empty(), "", 2, cad("35.00")));
            assertThat(list(reader, period(8), BinderContent::refusals)).isEmpty();
        }
        assertThat(read(ADMIN, period(8), BinderContent::showsConfidential)).isTrue();
        assertThat(read(ADMIN, period(8), BinderContent::waivers))
                .containsExactly(
                        new WaiverTotal(Optional.empty(), "Bursary", 1, cad("30.00")),
                        new WaiverTotal(Optional.of(HARDSHIP), "Lost the job", 1, cad("5.00")));
        assertThat(list(ADMIN, period(8), BinderContent::corrections))
                .extracting(line -> line.correction().reasonCode())
                .contains(Optional.of(HARDSHIP));
        List<AuditEntry> refused = list(ADMIN, period(8), BinderContent::refusals);
        assertThat(refused).singleElement().satisfies(entry -> {
            assertThat(entry.operation()).isEqualTo(AuditOperation.VOID);
            assertThat(entry.user()).isEqualTo(NOBODY.name());
            assertThat(entry.reason()).isEqualTo("not-allowed");
        });
        assertThat(list(ADMIN, period(1), BinderContent::refusals)).isEmpty();
    }

    @Test
    void reasonsAreHiddenInRowsThatWereRecordedLaterToo() {
        StudentNumber student = student();
        ChargeId trip = charged(student, 2, "Trip", "30.00");
        today(6);
        office.corrections().apply(DatedRequests.waive(trip, day(3)));
        today(9);

        assertThat(list(VIEWER, period(4), BinderContent::recordedLater))
                .singleElement()
                .satisfies(row -> assertThat(row.description()).isEmpty());
        assertThat(list(VIEWER, new BinderPeriod(day(5), day(8)), BinderContent::backdated))
                .singleElement()
                .satisfies(row -> assertThat(row.description()).isEmpty());
        assertThat(list(ADMIN, period(4), BinderContent::recordedLater))
                .singleElement()
                .satisfies(row -> assertThat(row.description()).isEqualTo("Bursary"));
    }

    @Test
    void theCollectionIsThatOfTheLastDay() {
        StudentNumber student = student();
        String fee = "Field trip " + begin;
        ChargeId paid = charged(student, 1, fee, "10.00");
        ChargeId waived = charged(student(), 1, fee.toUpperCase(Locale.ROOT), "11.00");
        ChargeId reversed = charged(student(), 1, fee, "12.00");
        StudentNumber late = student();
        ChargeId later = charged(late, 1, fee, "14.00");
        charged(student(), 1, fee, "13.00");
        paid(student, 2, 2, "10.00", paid);
        office.corrections().apply(DatedRequests.waive(waived, day(2)));
        office.corrections().apply(DatedRequests.cancel(reversed, day(2)));
        paid(late, 6, 6, "14.00", later);
        today(9);

        CollectionReport report = read(VIEWER, period(4), BinderContent::collection);

        CollectionLine line = report.lines().stream()
                .filter(each -> each.name().equals(fee))
                .findFirst()
                .orElseThrow();
        assertThat(line.collected().charged().sum()).isEqualTo(cad("60.00"));
        assertThat(line.collected().of(ChargeState.PAID).sum()).isEqualTo(cad("10.00"));
        assertThat(line.collected().of(ChargeState.WAIVED).sum()).isEqualTo(cad("11.00"));
        assertThat(line.collected().of(ChargeState.REVERSED).sum()).isEqualTo(cad("12.00"));
        assertThat(line.collected().of(ChargeState.OUTSTANDING).sum()).isEqualTo(cad("27.00"));
        assertThat(report.total().charged().sum())
                .isEqualTo(tieOut(period(4)).of(EntryKind.CHARGE).total());
    }

    @Test
    void theAccountsAddUpToTheClosingBalance() {
        StudentNumber owing = student("Zimmer", "Ana", "9", "9A");
        StudentNumber credit = student("Abbott", "Ben", "9", "9B");
        StudentNumber settled = student("Moore", "Cy", "9", "9B");
        charged(owing, 1, "Lab", "20.00");
        paid(credit, 2, 2, "5.00");
        paid(settled, 3, 3, "8.00", charged(settled, 3, "Lab", "8.00"));
        today(6);
        paid(owing, 6, 2, "20.00", owed(owing).get(0));
        today(9);

        List<AccountLine> accounts = list(VIEWER, period(4), BinderContent::accounts);

        BinderBalance closing = tieOut(period(4)).closing();
        assertThat(sum(accounts, line -> line.account().outstanding())).isEqualTo(closing.outstanding());
        assertThat(sum(accounts, line -> line.account().credit())).isEqualTo(closing.credit());
        List<AccountNumber> numbers =
                accounts.stream().map(line -> line.student().number()).toList();
        assertThat(numbers).contains(owing, credit).doesNotContain(settled);
        assertThat(numbers.indexOf(credit)).isLessThan(numbers.indexOf(owing));
        AccountLine owes = accounts.get(numbers.indexOf(owing));
        assertThat(owes.account().outstanding()).isEqualTo(cad("20.00"));
        assertThat(owes.student().name()).isEqualTo("Zimmer, Ana");
    }

    private static Money sum(List<AccountLine> accounts, Function<AccountLine, Money> amount) {
        return accounts.stream().map(amount).reduce(cad("0.00"), Money::plus);
    }

    @Test
    void closingsAndReopeningsOfThePeriodHaveTheirReasons() {
        YearMonth month = YearMonth.from(begin).minusMonths(1);
        today(1);
        office.closings().apply(new Close(RequestKey.fresh(), CLERK, month));
        today(2);
        office.closings().apply(new Reopen(RequestKey.fresh(), ADMIN, YearMonth.of(2020, 1), "A forgotten cheque"));
        today(9);

        List<Closing> made = read(VIEWER, period(8), BinderContent::closings);

        assertThat(made).extracting(Closing::type).containsExactly(Closing.Type.CLOSED, Closing.Type.REOPENED);
        assertThat(made.get(1).reason()).isEqualTo("A forgotten cheque");
        assertThat(read(VIEWER, period(1), BinderContent::closings)).hasSize(1);
        assertThat(read(VIEWER, period(0), BinderContent::closings)).isEmpty();
        assertThat(read(VIEWER, period(8), BinderContent::postings)).isEmpty();
    }

    @Test
    void theCheckIsOfNow() {
        long rows = read(VIEWER, period(0), BinderContent::check).rows();

        charged(student(), 2, "Lab", "20.00");

        assertThat(read(VIEWER, period(0), BinderContent::check).rows()).isEqualTo(rows + 1);
    }

    @Test
    void todayIsTheLastDayThatIsPossible() {
        charged(student(), 3, "Lab", "20.00");

        assertThat(tieOut(period(3)).of(EntryKind.CHARGE)).isEqualTo(rows(1, "20.00"));
        DateNotAllowedException refusal =
                refusal(DateNotAllowedException.class, () -> read(VIEWER, period(4), BinderContent::tieOut));
        assertThat(refusal.limit()).isEqualTo(Limit.AS_OF_AFTER_TODAY);
        assertThat(refusal.allowed()).isEqualTo(day(3));
        FeesException reversed = refusal(PeriodReversedException.class, () -> new BinderPeriod(day(2), day(1)));
        assertThat(reversed).isNotNull();
    }

    @Test
    void theReaderNeedsARole() {
        assertNeeds(Role.VIEW, () -> read(NOBODY, period(0), BinderContent::tieOut));
    }
}
