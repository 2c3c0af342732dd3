package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.cancel;
import static org.openadmin.fees.testkit.CorrectionRequests.refund;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.CashOnlyException;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.CashNotReturnedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.CorrectionRequest.UndoReturn;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.openadmin.fees.spi.ReturnSettings;

/** What {@link Corrections} and {@link ReturnedPayments} promise of payments that the bank returned. */
public abstract class ReturnedPaymentsContract extends OfficeContract {

    private static final LocalDate UNTIL = LATER.plusDays(90);

    @AfterEach
    void theUsualSettings() {
        office.configure(Kit.settings());
    }

    @Test
    void aReturnedChequeVoidsItsReceiptAndChargesTheFeeInOne() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");
        Receipt receipt = cheque(student, "55.00", trip, bus);
        long payment = newest(student).id();
        ReturnPayment request = returning(receipt, "25.00");
        Correction expected = new Correction(
                EntryKind.VOID,
                LATER,
                2,
                cad("80.00"),
                2,
                cad("55.00"),
                cad("0.00"),
                List.of(),
                Optional.of(new Returned(
                        student, cad("55.00"), cad("25.00"), Optional.of(UNTIL), Optional.empty(), 0, cad("0.00"))));
        assertThat(office.corrections().preview(request)).isEqualTo(expected);
        assertAccount(student, "0.00", "0.00");

        assertThat(apply(request)).isEqualTo(expected);

        assertAccount(student, "80.00", "80.00");
        List<JournalEntry> rows = rows(student);
        JournalEntry voiding = rows.get(rows.size() - 2);
        assertThat(voiding.kind()).isEqualTo(EntryKind.VOID);
        assertThat(voiding.name()).isEqualTo("Returned payment");
        assertThat(voiding.description()).isEqualTo("NSF");
        assertThat(voiding.method()).contains(PaymentMethod.CHEQUE);
        assertThat(voiding.reverses()).isEqualTo(OptionalLong.of(payment));
        assertThat(rows)
                .as("the payment and its void tell that the bank returned it")
                .filteredOn(JournalEntry::returned)
                .extracting(JournalEntry::id)
                .containsExactly(payment, voiding.id());
        JournalEntry fee = newest(student);
        assertThat(fee.kind()).isEqualTo(EntryKind.CHARGE);
        assertThat(fee.name()).isEqualTo("Returned payment fee");
        assertThat(fee.description()).isEqualTo("Receipt " + receipt.number());
        assertThat(fee.total()).isEqualTo(cad("25.00"));
        assertThat(fee.taxes()).isEmpty();
        assertThat(fee.batch()).isEmpty();
        assertThat(fee.date()).contains(LATER);
        assertThat(fee.due()).contains(LATER);
        assertThat(fee.recordedBy()).isEqualTo(CLERK.name());
        assertThat(fee.student()).isEqualTo(voiding.student());
        assertThat(office.cashier()
                        .receipt(VIEWER, receipt.number())
                        .orElseThrow()
                        .voided())
                .contains(LATER);
        assertThat(owed(student)).containsExactly(trip, bus, new ChargeId(fee.id()));
    }

    @Test
    void theSameRequestAgainChangesNothingAndAnotherWithItsKeyIsRefused() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");
        ReturnPayment request = returning(receipt, "25.00");
        Correction done = apply(request);

        assertThat(apply(request)).isEqualTo(done);
        assertThat(office.corrections().preview(request)).isEqualTo(done);
        assertThat(office.corrections().find(VIEWER, request.key())).contains(done);
        assertThat(rows(student)).hasSize(3);
        for (ReturnPayment other : List.of(
                new ReturnPayment(
                        request.key(), CLERK, receipt.number(), cad("20.00"), Optional.of(UNTIL), LATER, "NSF"),
                new ReturnPayment(request.key(), CLERK, receipt.number(), cad("25.00"), Optional.empty(), LATER, "NSF"),
                new ReturnPayment(
                        request.key(),
                        CLERK,
                        receipt.number(),
                        cad("25.00"),
                        Optional.of(UNTIL),
                        LATER.minusDays(1),
                        "NSF"))) {
            refusal(RequestKeyReusedException.class, () -> apply(other));
        }
        UndoReturn undo = undoing(receipt);
        Correction undone = apply(undo);
        assertThat(apply(undo)).isEqualTo(undone);
        assertThat(office.corrections().find(VIEWER, undo.key())).contains(undone);
        assertThat(rows(student)).hasSize(5);
    }

    @Test
    void aPaymentIsReturnedWithoutAFeeToo() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");

        Correction done = apply(returning(receipt, "0.00"));

        assertThat(done.rows()).isEqualTo(1);
        assertThat(done.amount()).isEqualTo(cad("10.00"));
        assertAccount(student, "0.00", "0.00");
        assertThat(returned(receipt).fee()).isEmpty();
    }

    @Test
    void theFeeHasTheConfiguredNameTaxesAndDueDate() {
        office.configure(Kit.settings()
                .withDueDays(30)
                .withReturns(new ReturnSettings(Optional.empty(), "NSF", List.of("GST"), 90)));
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");

        Correction done = apply(returning(receipt, "20.00"));

        assertThat(done.amount()).isEqualTo(cad("31.00"));
        assertThat(done.returned().orElseThrow().fee()).isEqualTo(cad("21.00"));
        Charge fee = returned(receipt).fee().orElseThrow();
        assertThat(fee.name()).isEqualTo("NSF");
        assertThat(fee.subtotal()).isEqualTo(cad("20.00"));
        assertThat(fee.taxes()).containsExactly(new Tax("GST", cad("1.00")));
        assertThat(fee.due()).isEqualTo(LATER.plusDays(30));
        apply(undoing(receipt));
        assertAccount(student, "-10.00", "0.00");
    }

    @Test
    void theJournalIsInTheSchoolsLanguage() {
        office.configure(Kit.settings(Locale.CANADA_FRENCH, Map.of()));
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");

        apply(returning(receipt, "25.00"));

        List<JournalEntry> rows = rows(student);
        assertThat(rows.get(1).name()).isEqualTo("Paiement retourné");
        assertThat(rows.get(2).description()).isEqualTo("Reçu " + receipt.number());
    }

    @Test
    void theFeeIsAChargeOfTheMonthAndOfItsName() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");
        office.configure(
                Kit.settings().withReturns(new ReturnSettings(Optional.empty(), "Fee of the month", List.of(), 90)));

        apply(returning(receipt, "25.00"));

        List<MonthSummary.Line> lines = office.months().of(VIEWER, YearMonth.from(LATER)).lines().stream()
                .filter(line -> line.name().equals("Fee of the month"))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).kind()).isEqualTo(EntryKind.CHARGE);
        assertThat(lines.get(0).total()).isEqualTo(cad("25.00"));
    }

    @Test
    void aTransferAndACardPaymentCanBeReturnedButCashAndCreditCannot() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "5.00");
        for (PaymentMethod method : PaymentMethod.values()) {
            Receipt receipt = pay(student, method, "10.00");
            if (method == PaymentMethod.CASH) {
                assertThat(refusal(CashNotReturnedException.class, () -> apply(returning(receipt, "25.00")))
                                .number())
                        .isEqualTo(receipt.number());
            } else {
                apply(returning(receipt, "0.00"));
            }
        }
        Receipt fromCredit = office.cashier()
                .receive(PaymentRequest.fromCredit(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        DAY,
                        Set.of(trip),
                        cad("0.00").currency()));
        refusal(CashNotReturnedException.class, () -> office.corrections().preview(returning(fromCredit, "25.00")));
        assertAccount(student, "-5.00", "0.00");
    }

    @Test
    void whatCannotBeVoidedCannotBeReturned() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "30.00");
        apply(refund(student, "20.00"));
        refusal(NotEnoughCreditException.class, () -> apply(returning(receipt, "25.00")));
        assertAccount(student, "-10.00", "0.00");

        Receipt voided = cheque(student, "5.00");
        apply(CorrectionRequests.voiding(voided));
        refusal(AlreadyCorrectedException.class, () -> apply(returning(voided, "25.00")));

        ReturnPayment unknown = new ReturnPayment(
                RequestKey.fresh(), CLERK, new ReceiptNumber(99_999_999), cad("25.00"), Optional.empty(), LATER, "");
        refusal(UnknownReceiptException.class, () -> apply(unknown));
        refusal(
                InvalidInputException.class,
                () -> apply(new ReturnPayment(
                        RequestKey.fresh(),
                        CLERK,
                        receipt.number(),
                        cad("25.00"),
                        Optional.empty(),
                        DAY.minusDays(1),
                        "")));
        InvalidInputException early = refusal(
                InvalidInputException.class,
                () -> new ReturnPayment(
                        RequestKey.fresh(),
                        CLERK,
                        receipt.number(),
                        cad("25.00"),
                        Optional.of(LATER.minusDays(1)),
                        LATER,
                        ""));
        assertThat(early.field()).isEqualTo(Field.CASH_ONLY_UNTIL);
    }

    @Test
    void undoingReceivesTheMoneyAgainAndReversesTheFee() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = cheque(student, "40.00", trip);
        apply(returning(receipt, "25.00"));
        ChargeId fee = returned(receipt).fee().orElseThrow().id();
        UndoReturn request = undoing(receipt);
        Correction preview = office.corrections().preview(request);
        assertThat(preview)
                .isEqualTo(new Correction(
                        EntryKind.PAYMENT,
                        LATER,
                        2,
                        cad("-65.00"),
                        0,
                        cad("0.00"),
                        cad("0.00"),
                        List.of(),
                        Optional.of(new Returned(
                                student,
                                cad("40.00"),
                                cad("25.00"),
                                Optional.empty(),
                                Optional.empty(),
                                1,
                                cad("30.00")))));

        Correction done = apply(request);

        ReceiptNumber again = done.returned().orElseThrow().receivedAgain().orElseThrow();
        assertThat(again).isGreaterThan(receipt.number());
        assertAccount(student, "-10.00", "0.00");
        Receipt second = office.cashier().receipt(VIEWER, again).orElseThrow();
        assertThat(second.received()).isEqualTo(cad("40.00"));
        assertThat(second.method()).contains(PaymentMethod.CHEQUE);
        assertThat(second.reference()).isEqualTo("no 17");
        assertThat(second.date()).isEqualTo(LATER);
        assertThat(second.settled()).extracting(Charge::id).containsExactly(trip);
        assertThat(office.cashier()
                        .receipt(VIEWER, receipt.number())
                        .orElseThrow()
                        .voided())
                .contains(LATER);
        assertThat(rows(student)).anySatisfy(row -> {
            assertThat(row.kind()).isEqualTo(EntryKind.REVERSAL);
            assertThat(row.reverses()).isEqualTo(OptionalLong.of(fee.value()));
        });
        ReturnedPayment returned = returned(receipt);
        assertThat(returned.undone()).isTrue();
        assertThat(returned.receivedAgain()).contains(again);
        assertThat(returned.cashOnlyUntil()).isEmpty();
        assertThat(office.returns().cashOnlyUntil(VIEWER, student)).isEmpty();
        refusal(NotReturnedException.class, () -> apply(undoing(receipt)));

        apply(returning(second, "25.00"));

        assertAccount(student, "55.00", "55.00");
        assertThat(office.returns().returned(VIEWER, student))
                .extracting(ReturnedPayment::receipt)
                .containsExactly(receipt.number(), again);
        assertThat(office.returns().cashOnlyUntil(VIEWER, student)).contains(UNTIL);
    }

    @Test
    void aFeeThatWasPaidBecomesCreditAndOneThatWasReversedIsNotReversedAgain() {
        StudentNumber student = student();
        Receipt first = cheque(student, "10.00");
        apply(returning(first, "25.00"));
        office.cashier()
                .receive(paying(
                        student,
                        PaymentMethod.CASH,
                        "25.00",
                        LATER,
                        returned(first).fee().orElseThrow().id()));

        Correction paid = apply(undoing(first));

        assertThat(paid.toCredit()).isEqualTo(cad("25.00"));
        assertAccount(student, "-35.00", "0.00");

        Receipt second = cheque(student, "20.00");
        apply(returning(second, "25.00"));
        apply(cancel(returned(second).fee().orElseThrow().id()));

        Correction reversed = apply(undoing(second));

        assertThat(reversed.rows()).isEqualTo(1);
        assertThat(reversed.amount()).isEqualTo(cad("-20.00"));
        assertThat(reversed.returned().orElseThrow().fee()).isEqualTo(cad("0.00"));
        assertAccount(student, "-55.00", "0.00");
    }

    @Test
    void aFeeThatWasSplitOrTransferredIsCorrectedBeforeTheReturnIsUndone() {
        StudentNumber student = student();
        Receipt first = cheque(student, "10.00");
        apply(returning(first, "25.00"));
        ChargeId fee = returned(first).fee().orElseThrow().id();
        List<SplitPart> parts = apply(new Split(RequestKey.fresh(), CLERK, fee, PartPlan.equal(2), LATER, ""))
                .parts();

        AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(undoing(first)));

        assertThat(refusal.subject()).isEqualTo(Subject.RETURN_FEE);
        assertThat(refusal.number()).isEqualTo(fee.value());
        assertAccount(student, "25.00", "25.00");
        parts.forEach(part -> apply(cancel(part.id().orElseThrow())));
        assertThat(apply(undoing(first)).returned().orElseThrow().fee()).isEqualTo(cad("0.00"));
        assertAccount(student, "-10.00", "0.00");

        Receipt second = cheque(student, "20.00");
        apply(returning(second, "25.00"));
        ChargeId other = returned(second).fee().orElseThrow().id();
        PayerNumber payer = office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CLERK, PayerKind.PERSON, PayerDetails.named("Paul Roy")))
                .number();
        apply(new Transfer(RequestKey.fresh(), CLERK, other, payer, LATER, ""));
        assertThat(refusal(AlreadyCorrectedException.class, () -> apply(undoing(second)))
                        .subject())
                .isEqualTo(Subject.RETURN_FEE);
        apply(new TakeBack(RequestKey.fresh(), CLERK, other, LATER, ""));
        apply(undoing(second));
        assertAccount(student, "-30.00", "0.00");
    }

    @Test
    void moneyThatIsReceivedAgainSettlesOnlyWhatIsStillOutstandingAndCovered() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "20.00");
        ChargeId other = charge(student, "Other", "10.00");
        Receipt receipt = cheque(student, "50.00", trip, bus);
        apply(returning(receipt, "25.00"));
        pay(student, "30.00", trip);

        Correction done = apply(undoing(receipt));

        assertThat(done.returned().orElseThrow().settled()).isEqualTo(1);
        assertThat(done.returned().orElseThrow().settledTotal()).isEqualTo(cad("20.00"));
        assertThat(owed(student)).containsExactly(other);
        assertAccount(student, "-20.00", "10.00");
    }

    @Test
    void chargesOfOtherReceiptsThatTheReturnOpenedAreSettledAgain() {
        StudentNumber student = student();
        ChargeId first = charge(student, "One", "5.00");
        ChargeId second = charge(student, "Two", "20.00");
        Receipt much = cheque(student, "50.00", first);
        Receipt little = pay(student, "1.00", second);

        Correction returned = apply(returning(much, "0.00"));

        assertThat(returned.otherReceipts()).containsExactly(little.number());
        assertThat(owed(student)).containsExactly(first, second);

        Correction undone = apply(undoing(much));

        assertThat(undone.returned().orElseThrow().settled()).isEqualTo(2);
        assertThat(owed(student)).isEmpty();
        assertAccount(student, "-26.00", "0.00");
    }

    @Test
    void moneyThatSettlesNothingIsReceivedOnAccountAgain() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");
        apply(returning(receipt, "0.00"));

        apply(undoing(receipt));

        assertThat(newest(student).kind()).isEqualTo(EntryKind.ON_ACCOUNT);
        assertAccount(student, "-10.00", "0.00");
    }

    @Test
    void onlyAReturnedPaymentCanBeUndoneAndNotBeforeItsReturn() {
        StudentNumber student = student();
        Receipt valid = cheque(student, "10.00");
        refusal(NotReturnedException.class, () -> apply(undoing(valid)));
        apply(CorrectionRequests.voiding(valid));
        refusal(NotReturnedException.class, () -> office.corrections().preview(undoing(valid)));

        Receipt receipt = cheque(student, "11.00");
        apply(returning(receipt, "25.00"));
        refusal(
                InvalidInputException.class,
                () -> apply(
                        new UndoReturn(RequestKey.fresh(), CLERK, receipt.number(), LATER.minusDays(1), "Honoured")));
        assertThat(returned(receipt).undone()).isFalse();
    }

    @Test
    void aFamilyThatPaysInCashOnlyIsAskedAboutOnceForAnotherMethod() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");
        apply(returning(receipt, "25.00"));
        PaymentRequest again = paying(student, PaymentMethod.CHEQUE, "35.00");
        CashOnlyException refusal =
                refusal(CashOnlyException.class, () -> office.cashier().receive(again));
        assertThat(refusal.until()).isEqualTo(UNTIL);
        assertThat(refusal.student()).isEqualTo(student);
        assertThat(rows(student)).hasSize(3);

        office.cashier().receive(paying(student, PaymentMethod.CASH, "1.00"));
        office.cashier().receive(again.confirming(Confirmation.NOT_CASH));

        assertAccount(student, "-11.00", "25.00");
        StudentNumber somebodyElse = student();
        assertThat(office.returns().cashOnlyUntil(VIEWER, somebodyElse)).isEmpty();
        office.cashier().receive(paying(somebodyElse, PaymentMethod.CHEQUE, "5.00"));
    }

    @Test
    void ofSeveralReturnedPaymentsTheLatestDayCountsAndOnThatDayStill() {
        StudentNumber student = student();
        Receipt first = cheque(student, "10.00");
        Receipt second = cheque(student, "12.00");
        apply(until(first, LATER.plusDays(60)));
        apply(until(second, LATER.plusDays(30)));

        assertThat(office.returns().cashOnlyUntil(VIEWER, student)).contains(LATER.plusDays(60));
        apply(undoing(first));
        assertThat(office.returns().cashOnlyUntil(VIEWER, student)).contains(LATER.plusDays(30));
    }

    @Test
    void onTheLastDayAnotherMethodIsAskedAboutAndOnTheNextItIsNot() {
        StudentNumber student = student();
        apply(until(cheque(student, "10.00"), LATER));
        PaymentRequest last = paying(student, PaymentMethod.TRANSFER, "3.00", LATER);
        PaymentRequest next = paying(student, PaymentMethod.TRANSFER, "3.00", LATER.plusDays(1));

        refusal(CashOnlyException.class, () -> office.cashier().receive(last));

        office.cashier().receive(next);
        assertAccount(student, "-3.00", "0.00");
    }

    @Test
    void theReturnedPaymentHasEverythingTheLetterNeeds() {
        StudentNumber student = student("Côté", "Zoé", "10", "10B");
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = cheque(student, "30.00", trip);
        assertThat(office.returns().returned(VIEWER, receipt.number())).isEmpty();
        apply(returning(receipt, "25.00"));

        ReturnedPayment returned = returned(receipt);

        assertThat(returned.receipt()).isEqualTo(receipt.number());
        assertThat(returned.student().number()).isEqualTo(student);
        assertThat(returned.received()).contains(DAY);
        assertThat(returned.returned()).isEqualTo(LATER);
        assertThat(returned.amount()).isEqualTo(cad("30.00"));
        assertThat(returned.method()).contains(PaymentMethod.CHEQUE);
        assertThat(returned.reference()).isEqualTo("no 17");
        assertThat(returned.fee().orElseThrow().total()).isEqualTo(cad("25.00"));
        assertThat(returned.cashOnlyUntil()).contains(UNTIL);
        assertThat(returned.reason()).isEqualTo("NSF");
        assertThat(returned.recordedBy()).isEqualTo(CLERK.name());
        assertThat(office.returns().returned(VIEWER, student)).containsExactly(returned);
    }

    @Test
    void theCashierNeedsTheConfiguredFee() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");
        ReturnPayment configured = by(CASHIER, receipt, "25.00");
        assertNeeds(Role.BILL, () -> apply(configured));
        assertNeeds(Role.BILL, () -> office.corrections().preview(configured));
        assertNeeds(Role.BILL, () -> apply(by(CASHIER, receipt, "0.00")));
        assertNeeds(Role.BILL, () -> apply(by(VIEWER, receipt, "25.00")));

        office.configure(Kit.settings().withReturns(ReturnSettings.none().withFee(cad("25.00"))));

        assertNeeds(Role.BILL, () -> apply(by(CASHIER, receipt, "24.00")));
        assertNeeds(Role.BILL, () -> apply(by(CASHIER, receipt, "0.00")));
        assertNeeds(Role.BILL, () -> apply(by(VIEWER, receipt, "25.00")));
        apply(configured);
        apply(new UndoReturn(RequestKey.fresh(), CASHIER, receipt.number(), LATER, ""));
        assertAccount(student, "-10.00", "0.00");
        Actor nobody = new Actor("nobody", Set.of());
        assertNeeds(Role.VIEW, () -> office.returns().returned(nobody, receipt.number()));
        assertNeeds(Role.VIEW, () -> office.returns().returned(nobody, student));
        assertNeeds(Role.VIEW, () -> office.returns().cashOnlyUntil(nobody, student));
    }

    @Test
    void eachIsInTheAuditLogWithItsReceipt() {
        StudentNumber student = student();
        Receipt receipt = cheque(student, "10.00");
        ReturnPayment returning = returning(receipt, "25.00");
        apply(returning);
        UndoReturn undoing = undoing(receipt);
        Correction undone = apply(undoing);

        List<AuditEntry> lines = office.audit().entries(Kit.ADMIN, AuditQuery.everything(), Page.first(2));

        assertThat(lines)
                .extracting(AuditEntry::operation)
                .containsExactly(AuditOperation.UNDO_RETURN, AuditOperation.RETURN);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.subject().orElseThrow().number())
                        .isEqualTo(receipt.number().value()));
        assertThat(lines.get(0).result().orElseThrow().number())
                .isEqualTo(undone.returned()
                        .orElseThrow()
                        .receivedAgain()
                        .orElseThrow()
                        .value());
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }

    private ReturnedPayment returned(Receipt receipt) {
        return office.returns().returned(VIEWER, receipt.number()).orElseThrow();
    }

    private Receipt cheque(StudentNumber student, String amount, ChargeId... charges) {
        return pay(student, PaymentMethod.CHEQUE, amount, charges);
    }

    /** Whatever is unusual is confirmed. */
    private Receipt pay(StudentNumber student, PaymentMethod method, String amount, ChargeId... charges) {
        return office.cashier()
                .receive(paying(student, method, amount, charges)
                        .confirming(Confirmation.NOT_CASH)
                        .confirming(Confirmation.REPEATED_AMOUNT));
    }

    private static PaymentRequest paying(
            StudentNumber student, PaymentMethod method, String amount, ChargeId... charges) {
        return paying(student, method, amount, DAY, charges);
    }

    private static PaymentRequest paying(
            StudentNumber student, PaymentMethod method, String amount, LocalDate date, ChargeId... charges) {
        return new PaymentRequest(
                RequestKey.fresh(), CASHIER, student, date, cad(amount), Set.of(charges), method, "no 17");
    }

    private static ReturnPayment returning(Receipt receipt, String fee) {
        return by(CLERK, receipt, fee);
    }

    private static ReturnPayment by(Actor actor, Receipt receipt, String fee) {
        return new ReturnPayment(
                RequestKey.fresh(), actor, receipt.number(), cad(fee), Optional.of(UNTIL), LATER, "NSF");
    }

    private static ReturnPayment until(Receipt receipt, LocalDate day) {
        return new ReturnPayment(
                RequestKey.fresh(), CLERK, receipt.number(), cad("0.00"), Optional.of(day), LATER, "NSF");
    }

    private static UndoReturn undoing(Receipt receipt) {
        return new UndoReturn(RequestKey.fresh(), CLERK, receipt.number(), LATER, "Honoured");
    }
}
