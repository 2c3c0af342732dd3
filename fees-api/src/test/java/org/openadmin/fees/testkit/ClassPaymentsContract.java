package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.classpayments.ClassDue;
import org.openadmin.fees.api.classpayments.ClassDue.Line;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException;
import org.openadmin.fees.api.classpayments.ClassPaymentRefusedException.Problem;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.classpayments.EnvelopeDifferentException;
import org.openadmin.fees.api.collection.ChargeState;
import org.openadmin.fees.api.collection.UnknownFeeException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.students.UnknownGroupValueException;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.Settings;

/** The money of a class in one envelope: what {@link org.openadmin.fees.api.classpayments.ClassPayments} promises. */
public abstract class ClassPaymentsContract extends OfficeContract {

    private static final int THREADS = 6;

    private int rooms;
    private String room;
    private String fee;
    private StudentNumber ines;
    private StudentNumber marc;
    private StudentNumber zoe;

    @BeforeEach
    void aClassOfThree() {
        office.configure(Kit.settings());
        room = "R" + ++rooms;
        fee = "Zoo trip " + rooms;
        ines = student("Tremblay", "Inès", "4", room);
        marc = student("Roy", "Marc", "4", room);
        zoe = student("Singh", "Zoé", "4", room);
    }

    private ClassPaymentRequest paying(String envelope, Part... parts) {
        return paying(RequestKey.fresh(), CASHIER, DAY, envelope, PaymentMethod.CASH, parts);
    }

    private ClassPaymentRequest paying(
            RequestKey key, Actor actor, LocalDate date, String envelope, PaymentMethod method, Part... parts) {
        return new ClassPaymentRequest(
                key, actor, fee, room, List.of(parts), date, cad(envelope), method, "", Set.of());
    }

    private static Part part(StudentNumber student, ChargeId... charges) {
        return new Part(student, Set.of(charges));
    }

    private ClassPayment post(ClassPaymentRequest request) {
        return office.classPayments().post(request);
    }

    private ClassDue due() {
        return office.classPayments().due(CASHIER, fee, room, DAY);
    }

    /** All who owe the fee. */
    private Part[] everybody() {
        return due().owing().stream().map(Line::part).toArray(Part[]::new);
    }

    private void assertNothingStored(ChargeId... charges) {
        List<ChargeId> owed = new ArrayList<>();
        for (StudentNumber student : List.of(ines, marc, zoe)) {
            owed.addAll(owed(student));
        }
        assertThat(owed).contains(charges);
        assertThat(rows(ines)).noneMatch(row -> row.kind() == EntryKind.PAYMENT);
        assertThat(rows(zoe)).noneMatch(row -> row.kind() == EntryKind.PAYMENT);
    }

    @Test
    void theListHasEachStudentOfTheHomeroomWithWhatIsOwedOfTheFee() {
        ChargeId first = charge(ines, DAY.minusDays(40), fee, "12.50");
        ChargeId second = charge(ines, DAY, fee.toUpperCase(Locale.ROOT), "2.50");
        charge(ines, "Other fee", "99.00");
        pay(ines, "5.00");
        ChargeId paid = charge(marc, fee, "12.50");
        pay(marc, "12.50", paid);

        ClassDue due = office.classPayments()
                .due(CASHIER, " " + fee.toLowerCase(Locale.ROOT) + " ", room.toLowerCase(Locale.ROOT), TODAY);

        assertThat(due.fee()).isEqualToIgnoringCase(fee);
        assertThat(due.homeroom()).isEqualTo(room);
        assertThat(due.date()).isEqualTo(TODAY);
        assertThat(due.lines())
                .extracting(
                        line -> line.student().number(),
                        line -> line.owed().stream().map(Charge::id).toList(),
                        Line::due,
                        Line::settled,
                        Line::credit)
                .containsExactly(
                        tuple(marc, List.of(), cad("0.00"), Optional.of(ChargeState.PAID), cad("0.00")),
                        tuple(zoe, List.of(), cad("0.00"), Optional.empty(), cad("0.00")),
                        tuple(ines, List.of(first, second), cad("15.00"), Optional.empty(), cad("5.00")));
        assertThat(due.owing()).extracting(line -> line.student().number()).containsExactly(ines);
        Line owing = due.owing().get(0);
        assertThat(owing.dueDate()).contains(owing.owed().get(0).due());
        assertThat(owing.part()).isEqualTo(part(ines, first, second));
    }

    @Test
    void aWaivedChargeIsShownAsWaivedAndAReversedOneNotAtAll() {
        ChargeId waived = charge(ines, fee, "12.50");
        ChargeId reversed = charge(marc, fee, "12.50");
        office.corrections()
                .apply(new CorrectionRequest.Waive(RequestKey.fresh(), ADMIN, waived, DAY, "Bursary", Set.of()));
        office.corrections()
                .apply(new CorrectionRequest.Cancel(RequestKey.fresh(), ADMIN, reversed, DAY, "", Set.of()));

        assertThat(due().lines())
                .extracting(line -> line.student().number(), Line::settled)
                .containsExactly(
                        tuple(marc, Optional.empty()),
                        tuple(zoe, Optional.empty()),
                        tuple(ines, Optional.of(ChargeState.WAIVED)));
    }

    @Test
    void eachStudentGetsAReceiptAndAllReceiptsAreOneSeries() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        ChargeId ofMarc = charge(marc, fee, "12.50");
        ChargeId more = charge(marc, DAY.minusDays(40), fee, "2.00");
        ChargeId ofZoe = charge(zoe, fee, "12.50");
        pay(marc, "5.00");
        long before = pay(zoe, "1.00").number().value();

        ClassPaymentRequest request = paying("27.00", part(marc, more, ofMarc), part(ines, ofInes));
        ClassPayment payment = post(request);

        assertThat(payment.fee()).isEqualTo(fee);
        assertThat(payment.homeroom()).isEqualTo(room);
        assertThat(payment.date()).isEqualTo(DAY);
        assertThat(payment.total()).isEqualTo(cad("27.00"));
        assertThat(payment.cashier()).isEqualTo(CASHIER.name());
        assertThat(payment.receipts())
                .extracting(
                        receipt -> receipt.number().value(),
                        receipt -> receipt.student().number(),
                        Receipt::received,
                        receipt -> receipt.settled().stream().map(Charge::id).toList(),
                        Receipt::onAccount,
                        Receipt::fromCredit)
                .containsExactly(
                        tuple(before + 1, marc, cad("14.50"), List.of(ofMarc, more), cad("0.00"), cad("0.00")),
                        tuple(before + 2, ines, cad("12.50"), List.of(ofInes), cad("0.00"), cad("0.00")));
        assertThat(payment.first().value()).isEqualTo(before + 1);
        assertThat(payment.last().value()).isEqualTo(before + 2);
        assertAccount(marc, "-5.00", "0.00");
        assertAccount(ines, "0.00", "0.00");
        assertThat(owed(zoe)).containsExactly(ofZoe);
        assertThat(office.cashier().receipt(VIEWER, payment.first()))
                .contains(payment.receipts().get(0));
        assertThat(newest(ines).student().orElseThrow().homeroom()).isEqualTo(room);
        assertThat(pay(zoe, "1.01").number().value()).isEqualTo(before + 3);
    }

    @Test
    void theSameKeyAgainReturnsTheSameReceipts() {
        charge(ines, fee, "12.50");
        charge(marc, fee, "12.50");
        ClassPaymentRequest request = paying("25.00", everybody());
        assertThat(office.classPayments().find(CASHIER, request.key())).isEmpty();

        ClassPayment first = post(request);
        ClassPayment again = post(request.confirming(Confirmation.REPEATED_AMOUNT));

        assertThat(again).isEqualTo(first);
        assertThat(office.classPayments().find(CASHIER, request.key())).contains(first);
        assertThat(rows(ines)).hasSize(2);
    }

    @Test
    void aKeyThatWasUsedForSomethingElseIsRefused() {
        charge(ines, fee, "12.50");
        charge(marc, fee, "12.50");
        Part[] all = everybody();
        RequestKey key = RequestKey.fresh();
        post(paying(key, CASHIER, DAY, "25.00", PaymentMethod.CASH, all));

        for (ClassPaymentRequest other : List.of(
                paying(key, CASHIER, DAY, "25.00", PaymentMethod.CHEQUE, all),
                paying(key, CASHIER, TODAY, "25.00", PaymentMethod.CASH, all),
                paying(key, CASHIER, DAY, "25.05", PaymentMethod.CASH, all),
                paying(key, CASHIER, DAY, "25.00", PaymentMethod.CASH, all[0]))) {
            assertThatThrownBy(() -> post(other)).isInstanceOf(RequestKeyReusedException.class);
        }
        ChargeId more = charge(zoe, fee, "12.50");
        PaymentRequest payment = Kit.paying(RequestKey.fresh(), CASHIER, zoe, "1.00");
        office.cashier().receive(payment);
        ClassPaymentRequest reused = paying(payment.key(), CASHIER, DAY, "12.50", PaymentMethod.CASH, part(zoe, more));
        assertThatThrownBy(() -> post(reused)).isInstanceOf(RequestKeyReusedException.class);
        assertThat(owed(zoe)).containsExactly(more);
    }

    @Test
    void nobodyMarkedIsRefused() {
        InvalidInputException nobody = refusal(InvalidInputException.class, () -> paying("12.50"));
        assertThat(nobody.field()).isEqualTo(InvalidInputException.Field.STUDENT);
        assertThat(nobody.problem()).isEqualTo(InvalidInputException.Problem.MISSING);
    }

    @Test
    void anEnvelopeWithAnotherSumIsRefusedWithBothSums() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        ChargeId ofZoe = charge(zoe, fee, "12.50");
        for (String sum : List.of("24.99", "27.50", "12.50")) {
            EnvelopeDifferentException different =
                    refusal(EnvelopeDifferentException.class, () -> post(paying(sum, everybody())));
            assertThat(different.marked()).isEqualTo(cad("25.00"));
            assertThat(different.envelope()).isEqualTo(cad(sum));
        }
        assertNothingStored(ofInes, ofZoe);
    }

    @Test
    void cashIsRoundedForEachReceipt() {
        office.configure(rounding());
        charge(ines, fee, "10.02");
        charge(marc, fee, "10.02");
        ChargeId ofZoe = charge(zoe, fee, "10.03");
        Part[] all = everybody();
        // 30.07 in all would be 30.05
        assertThatThrownBy(() -> post(paying("30.10", all)))
                .isInstanceOfSatisfying(EnvelopeDifferentException.class, e -> assertThat(e.marked())
                        .isEqualTo(cad("30.05")));
        assertThatThrownBy(() -> post(paying("30.07", all))).isInstanceOf(InvalidInputException.class);

        ClassPayment payment = post(paying("30.05", all));

        assertThat(payment.receipts())
                .extracting(Receipt::received, Receipt::rounding, Receipt::onAccount)
                .containsExactlyInAnyOrder(
                        tuple(cad("10.00"), cad("0.02"), cad("0.00")),
                        tuple(cad("10.00"), cad("0.02"), cad("0.00")),
                        tuple(cad("10.05"), cad("-0.02"), cad("0.00")));
        for (StudentNumber student : List.of(ines, marc, zoe)) {
            assertAccount(student, "0.00", "0.00");
        }
        Receipt ofLast = payment.receipts().stream()
                .filter(receipt -> receipt.student().number().equals(zoe))
                .findFirst()
                .orElseThrow();
        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, ofLast.number(), DAY, "Miscounted", Set.of()));
        assertThat(owed(zoe)).containsExactly(ofZoe);
        assertAccount(zoe, "10.03", "10.03");
    }

    @Test
    void aChequeIsNotRounded() {
        office.configure(rounding());
        charge(ines, fee, "10.02");
        charge(marc, fee, "10.02");

        ClassPayment payment =
                post(paying(RequestKey.fresh(), CASHIER, DAY, "20.04", PaymentMethod.CHEQUE, everybody()));

        assertThat(payment.receipts()).extracting(Receipt::received).containsOnly(cad("10.02"));
        assertThat(payment.method()).isEqualTo(PaymentMethod.CHEQUE);
    }

    private static Settings rounding() {
        return Kit.settings().withCashRounding(CashRounding.to(cad("0.05")));
    }

    @Test
    void aChargeThatWasPaidMeanwhileNamesTheStudentAndNothingIsStored() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        ChargeId ofMarc = charge(marc, fee, "12.50");
        ClassPaymentRequest request = paying("25.00", everybody());
        pay(marc, "12.50", ofMarc);

        ClassPaymentRefusedException refused = refusal(ClassPaymentRefusedException.class, () -> post(request));

        assertThat(refused.problem()).isEqualTo(Problem.NOT_OUTSTANDING);
        assertThat(refused.students()).extracting(student -> student.number()).containsExactly(marc);
        assertNothingStored(ofInes);
        assertThat(office.classPayments().find(CASHIER, request.key())).isEmpty();
    }

    @Test
    void aChargeThatWasReversedMeanwhileIsRefusedToo() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        ChargeId ofMarc = charge(marc, fee, "12.50");
        ClassPaymentRequest request = paying("25.00", everybody());
        office.corrections().apply(new CorrectionRequest.Cancel(RequestKey.fresh(), ADMIN, ofMarc, DAY, "", Set.of()));

        assertThat(refusal(ClassPaymentRefusedException.class, () -> post(request))
                        .problem())
                .isEqualTo(Problem.NOT_OUTSTANDING);
        assertNothingStored(ofInes);
    }

    @Test
    void unknownChargesAndThoseOfOthersAreRefused() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        ChargeId ofZoe = charge(zoe, fee, "12.50");
        assertThatThrownBy(() -> post(paying("12.50", part(ines, new ChargeId(99_999_999)))))
                .isInstanceOf(UnknownChargeException.class);
        assertThatThrownBy(() -> post(paying("12.50", part(ines, ofZoe))))
                .isInstanceOf(ChargeOfAnotherStudentException.class);
        ChargeId other = charge(ines, "Other fee", "12.50");
        assertThat(refusal(ClassPaymentRefusedException.class, () -> post(paying("12.50", part(ines, other))))
                        .problem())
                .isEqualTo(Problem.OTHER_FEE);
        assertNothingStored(ofInes, ofZoe);
    }

    @Test
    void aStudentOfAnotherHomeroomIsRefused() {
        charge(ines, fee, "12.50");
        StudentNumber other = student("Wang", "Li", "4", room + "x");
        ChargeId ofOther = charge(other, fee, "12.50");

        ClassPaymentRefusedException refused = refusal(
                ClassPaymentRefusedException.class, () -> post(paying("25.00", everybody()[0], part(other, ofOther))));

        assertThat(refused.problem()).isEqualTo(Problem.NOT_IN_HOMEROOM);
        assertThat(refused.students()).extracting(student -> student.number()).containsExactly(other);
        assertThat(owed(other)).containsExactly(ofOther);
    }

    @Test
    void anUnknownFeeIsRefusedWithTheNearestNamesAndAnUnknownHomeroomToo() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        assertThat(refusal(UnknownFeeException.class, () -> office.classPayments()
                                .due(CASHIER, fee.replace("Zoo", "Zo"), room, DAY))
                        .nearest())
                .hasSizeBetween(1, 3)
                .contains(fee);
        assertThatThrownBy(() -> office.classPayments().due(CASHIER, fee, "No such room", DAY))
                .isInstanceOf(UnknownGroupValueException.class);
        ClassPaymentRequest good = paying("12.50", everybody());
        for (String[] wrong : new String[][] {{"No such fee " + rooms, room}, {fee, "No such room"}}) {
            ClassPaymentRequest bad = new ClassPaymentRequest(
                    RequestKey.fresh(),
                    CASHIER,
                    wrong[0],
                    wrong[1],
                    good.parts(),
                    DAY,
                    good.envelope(),
                    PaymentMethod.CASH,
                    "",
                    Set.of());
            assertThatThrownBy(() -> post(bad))
                    .isInstanceOfAny(UnknownFeeException.class, UnknownGroupValueException.class);
        }
        assertNothingStored(ofInes);
    }

    @Test
    void onlyCashiersMayUseIt() {
        charge(ines, fee, "12.50");
        Part[] all = everybody();
        assertNeeds(Role.CASHIER, () -> post(paying(RequestKey.fresh(), CLERK, DAY, "12.50", PaymentMethod.CASH, all)));
        assertNeeds(Role.CASHIER, () -> office.classPayments().due(VIEWER, fee, room, DAY));
        assertNeeds(Role.CASHIER, () -> office.classPayments().find(VIEWER, RequestKey.fresh()));
    }

    @Test
    void aDateInTheFutureIsRefusedAndAnOldOneMustBeConfirmed() {
        ChargeId ofInes = charge(ines, fee, "12.50");
        Part[] all = everybody();
        assertThatThrownBy(() ->
                        post(paying(RequestKey.fresh(), CASHIER, TODAY.plusDays(1), "12.50", PaymentMethod.CASH, all)))
                .isInstanceOf(DateNotAllowedException.class);
        assertThatThrownBy(() -> office.classPayments().due(CASHIER, fee, room, TODAY.plusDays(1)))
                .isInstanceOf(DateNotAllowedException.class);
        ClassPaymentRequest before =
                paying(RequestKey.fresh(), CASHIER, DAY.minusDays(1), "12.50", PaymentMethod.CASH, all);
        assertThatThrownBy(() -> post(before)).isInstanceOf(UnusualDateException.class);
        assertNothingStored(ofInes);

        assertThat(post(before.confirming(Confirmation.UNUSUAL_DATE)).receipts())
                .hasSize(1);
    }

    @Test
    void aClosedMonthIsRefused() {
        charge(ines, fee, "12.50");
        Part[] all = everybody();
        YearMonth closed = YearMonth.of(2026, 7);
        office.closings().apply(new ClosingRequest.Close(RequestKey.fresh(), ADMIN, closed));
        try {
            ClassPaymentRequest request = paying(
                            RequestKey.fresh(), CASHIER, closed.atEndOfMonth(), "12.50", PaymentMethod.CASH, all)
                    .confirming(Confirmation.UNUSUAL_DATE);
            assertThatThrownBy(() -> post(request)).isInstanceOf(DateNotAllowedException.class);
            assertThatThrownBy(() -> office.classPayments().due(CASHIER, fee, room, closed.atEndOfMonth()))
                    .isInstanceOf(DateNotAllowedException.class);
        } finally {
            office.closings().apply(new ClosingRequest.Reopen(RequestKey.fresh(), ADMIN, closed, "Test"));
        }
        assertThat(owed(ines)).hasSize(1);
    }

    @Test
    void theSameAmountAgainMustBeConfirmed() {
        charge(ines, fee, "12.50");
        ChargeId ofZoe = charge(zoe, fee, "13.50");
        long earlier = pay(zoe, "13.50").number().value();
        pay(ines, "13.50");
        ClassPaymentRequest request = paying("26.00", everybody());

        RepeatedAmountException repeated = refusal(RepeatedAmountException.class, () -> post(request));

        assertThat(repeated.repeated().number()).isEqualTo(earlier);
        assertThat(owed(zoe)).containsExactly(ofZoe);
        assertThat(post(request.confirming(Confirmation.REPEATED_AMOUNT)).receipts())
                .hasSize(2);
    }

    @Test
    void aStudentWhoPaysInCashOnlyMustBeConfirmed() {
        Receipt cheque = office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(), CASHIER, ines, DAY, cad("3.00"), Set.of(), PaymentMethod.CHEQUE, "1"));
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        ADMIN,
                        cheque.number(),
                        cad("0.00"),
                        Optional.of(TODAY.plusDays(30)),
                        DAY,
                        "NSF",
                        Set.of()));
        charge(ines, fee, "12.50");
        charge(zoe, fee, "12.50");
        ClassPaymentRequest request =
                paying(RequestKey.fresh(), CASHIER, DAY, "25.00", PaymentMethod.CHEQUE, everybody());

        assertThat(refusal(CashOnlyException.class, () -> post(request)).student())
                .isEqualTo(ines);
        assertThat(post(request.confirming(Confirmation.NOT_CASH)).receipts()).hasSize(2);
    }

    @Test
    void oneReceiptIsVoidedLikeAnyOther() {
        charge(ines, fee, "12.50");
        charge(marc, fee, "12.50");
        ClassPaymentRequest request = paying("25.00", everybody());
        ClassPayment payment = post(request);
        Receipt first = payment.receipts().get(0);

        office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, first.number(), DAY, "Mistake", Set.of()));

        assertThat(due().owing()).extracting(line -> line.student().number()).containsExactly((StudentNumber)
                first.student().number());
        ClassPayment again = post(request);
        assertThat(again.receipts())
                .extracting(receipt -> receipt.voided().isPresent())
                .containsExactly(true, false);
        assertThat(again.total()).isEqualTo(cad("25.00"));
    }

    @Test
    void theActAndEachReceiptAreInTheAuditLog() {
        charge(ines, fee, "12.50");
        charge(marc, fee, "12.50");
        assertThatThrownBy(() -> post(paying("26.00", everybody()))).isInstanceOf(EnvelopeDifferentException.class);
        ClassPayment payment = post(paying("25.00", everybody()));

        List<AuditEntry> entries = office.audit().entries(ADMIN, AuditQuery.everything(), Page.first(4));
        assertThat(entries)
                .extracting(AuditEntry::operation, AuditEntry::outcome, AuditEntry::reason)
                .containsExactlyInAnyOrder(
                        tuple(AuditOperation.CLASS_PAYMENT, AuditOutcome.DONE, ""),
                        tuple(AuditOperation.PAYMENT, AuditOutcome.DONE, ""),
                        tuple(AuditOperation.PAYMENT, AuditOutcome.DONE, ""),
                        tuple(AuditOperation.CLASS_PAYMENT, AuditOutcome.REFUSED, "envelope-different"));
        assertThat(entries.stream()
                        .filter(entry -> entry.operation() == AuditOperation.CLASS_PAYMENT)
                        .filter(entry -> entry.outcome() == AuditOutcome.DONE)
                        .map(entry -> entry.result().orElseThrow().number()))
                .containsExactly(payment.first().value());
    }

    @Test
    void oneKeyFromManyPlacesIsOnePayment() throws Exception {
        charge(ines, fee, "12.50");
        charge(marc, fee, "12.50");
        ClassPaymentRequest request = paying("25.00", everybody());

        List<Object> outcomes = atOnce(Collections.nCopies(THREADS, () -> post(request)));

        assertThat(outcomes).hasSize(THREADS).containsOnly(outcomes.get(0));
        assertThat(outcomes.get(0)).isInstanceOf(ClassPayment.class);
        assertThat(rows(ines)).hasSize(2);
    }

    @Test
    void theCounterAndTheEnvelopeNeverTakeTheSameChargeTwice() throws Exception {
        charge(ines, fee, "12.50");
        ChargeId ofMarc = charge(marc, fee, "12.50");
        ClassPaymentRequest request = paying("25.00", everybody());
        PaymentRequest counter = Kit.paying(marc, "12.50", ofMarc);

        List<Object> outcomes =
                atOnce(List.of(() -> post(request), () -> office.cashier().receive(counter)));

        long won = outcomes.stream().filter(FeesException.class::isInstance).count();
        assertThat(won).as("refused: %s", outcomes).isEqualTo(1);
        assertAccount(marc, "0.00", "0.00");
        boolean envelope = outcomes.get(0) instanceof ClassPayment;
        assertAccount(ines, envelope ? "0.00" : "12.50", envelope ? "0.00" : "12.50");
        assertThat(rows(marc))
                .filteredOn(row -> row.kind() == EntryKind.PAYMENT)
                .hasSize(1);
    }

    /** The results, or the refusals, in the sequence of the calls. */
    private static List<Object> atOnce(List<Callable<Object>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<Object> each : work) {
                running.add(threads.submit(() -> {
                    try {
                        return each.call();
                    } catch (FeesException e) {
                        return e;
                    }
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> each : running) {
                outcomes.add(each.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
