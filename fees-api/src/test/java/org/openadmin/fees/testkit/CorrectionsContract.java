package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.paying;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownBatchException;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.What;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;

/** What {@link Corrections} promises. */
public abstract class CorrectionsContract extends OfficeContract {

    private static final LocalDate LATER = DAY.plusDays(3);

    @Test
    void aReversalTakesAChargeOffTheAccount() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "24.95", "GST");

        Correction done = apply(cancel(lab));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 1, cad("-26.20"), 0, cad("0.00"), cad("0.00")));
        assertAccount(student, "0.00", "0.00");
        JournalEntry row = newest(student);
        assertThat(row.kind()).isEqualTo(EntryKind.REVERSAL);
        assertThat(row.name()).isEqualTo("Lab fee");
        assertThat(row.description()).isEqualTo("Mistake");
        assertThat(row.total()).isEqualTo(cad("-26.20"));
        assertThat(row.date()).contains(LATER);
        assertThat(row.reverses()).isEqualTo(OptionalLong.of(lab.value()));
        assertThat(row.recordedBy()).isEqualTo("clerk");
        assertThat(row.student().orElseThrow().name()).isEqualTo("Tremblay, Inès");
        assertThat(entry(student, lab.value()).settledBy()).isEqualTo(OptionalLong.of(row.id()));
    }

    @Test
    void theMoneyOfAReversedChargeBecomesCredit() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, "30.00", trip);

        assertThat(apply(cancel(trip)).toCredit()).isEqualTo(cad("30.00"));

        assertAccount(student, "-30.00", "0.00");
    }

    @Test
    void aChargeIsReversedOrWaivedOnlyOnce() {
        StudentNumber student = student();
        ChargeId reversed = charge(student, "Trip", "30.00");
        ChargeId waived = charge(student, "Bus", "5.00");
        apply(cancel(reversed));
        apply(waive(waived));

        for (CorrectionRequest again : List.of(cancel(reversed), waive(reversed), cancel(waived), waive(waived))) {
            AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(again));
            assertThat(refusal.what()).isEqualTo(What.CHARGE);
            assertThat(refusal.number()).isIn(reversed.value(), waived.value());
        }
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void onlyAnOutstandingChargeIsWaived() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");
        pay(student, "30.00", trip);

        assertThat(refusal(ChargeSettledException.class, () -> apply(waive(trip)))
                        .charges())
                .containsExactly(trip);
        assertThat(apply(waive(bus)))
                .isEqualTo(new Correction(EntryKind.WAIVER, LATER, 1, cad("-25.00"), 0, cad("0.00"), cad("0.00")));
        assertAccount(student, "0.00", "0.00");
        assertThat(newest(student).description()).isEqualTo("Bursary");
    }

    @Test
    void anUndoneAssessmentHasEachOfItsChargesReversedThatWasNotYet() {
        StudentNumber paid = student();
        StudentNumber owing = student();
        StudentNumber waived = student();
        BatchNumber batch = office.assessment()
                .post(Kit.assessing(Kit.fee("Ski trip", "10.00"), Kit.only(paid, owing, waived)))
                .batch();
        pay(paid, "12.00", owed(paid).get(0));
        apply(waive(owed(waived).get(0)));

        assertThat(apply(undo(batch)))
                .isEqualTo(new Correction(EntryKind.REVERSAL, LATER, 2, cad("-20.00"), 0, cad("0.00"), cad("10.00")));

        assertAccount(paid, "-12.00", "0.00");
        assertAccount(owing, "0.00", "0.00");
        assertAccount(waived, "0.00", "0.00");
        AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(undo(batch)));
        assertThat(refusal.what()).isEqualTo(What.ASSESSMENT);
        assertThat(refusal.number()).isEqualTo(batch.value());
    }

    @Test
    void aVoidedReceiptLeavesItsChargesOutstandingAndKeepsItsNumber() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");
        Receipt receipt = office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        DAY,
                        cad("55.00"),
                        Set.of(trip, bus),
                        PaymentMethod.CHEQUE,
                        "no 17"));
        long payment = newest(student).id();

        assertThat(apply(voiding(receipt)))
                .isEqualTo(new Correction(EntryKind.VOID, LATER, 1, cad("55.00"), 2, cad("55.00"), cad("0.00")));

        assertAccount(student, "55.00", "55.00");
        assertThat(owed(student)).containsExactly(trip, bus);
        JournalEntry row = newest(student);
        assertThat(row.kind()).isEqualTo(EntryKind.VOID);
        assertThat(row.name()).isEqualTo("Voided payment");
        assertThat(row.description()).isEqualTo("Bounced");
        assertThat(row.method()).contains(PaymentMethod.CHEQUE);
        assertThat(row.reference()).isEqualTo("no 17");
        assertThat(row.reverses()).isEqualTo(OptionalLong.of(payment));
        assertThat(entry(student, payment).voidedBy()).isEqualTo(OptionalLong.of(row.id()));
        Receipt again = office.cashier().receipt(VIEWER, receipt.number()).orElseThrow();
        assertThat(again.voided()).contains(LATER);
        assertThat(again.settled()).extracting(Charge::id).containsExactly(trip, bus);
        assertThat(pay(student, "30.00", trip).number()).isGreaterThan(receipt.number());
        AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(voiding(receipt)));
        assertThat(refusal.what()).isEqualTo(What.RECEIPT);
        assertThat(refusal.number()).isEqualTo(receipt.number().value());
    }

    @Test
    void aVoidReopensWhatWasSettledLastWhenItsCreditHasHelpedToPay() {
        StudentNumber student = student();
        ChargeId first = charge(student, "One", "5.00");
        ChargeId second = charge(student, "Two", "20.00");
        ChargeId third = charge(student, "Three", "10.00");
        Receipt much = pay(student, "50.00", first);
        pay(student, "1.00", second);
        pay(student, "1.00", third);

        Correction done = apply(voiding(much));

        assertThat(done.reopened()).isEqualTo(3);
        assertThat(done.reopenedTotal()).isEqualTo(cad("35.00"));
        assertAccount(student, "33.00", "35.00");
    }

    @Test
    void aVoidReopensNoMoreThanItMust() {
        StudentNumber student = student();
        ChargeId first = charge(student, "One", "20.00");
        ChargeId second = charge(student, "Two", "10.00");
        ChargeId third = charge(student, "Three", "4.00");
        Receipt onAccount = pay(student, "14.00");
        pay(student, "20.00", first);
        pay(student, "0.00", second, third);

        assertThat(apply(voiding(onAccount)).reopened()).isEqualTo(2);
        assertThat(owed(student)).containsExactly(second, third);
        assertAccount(student, "14.00", "14.00");
    }

    @Test
    void ofChargesSettledTogetherThatWithTheHighestNumberIsReopenedFirst() {
        StudentNumber student = student();
        ChargeId first = charge(student, "One", "6.00");
        ChargeId second = charge(student, "Two", "4.00");
        Receipt onAccount = pay(student, "3.00");
        pay(student, "7.00", first, second);

        apply(voiding(onAccount));

        assertThat(owed(student)).containsExactly(second);
        assertAccount(student, "3.00", "4.00");
    }

    @Test
    void aVoidIsRefusedWhenItsCreditHasBeenRefunded() {
        StudentNumber student = student();
        Receipt receipt = pay(student, "30.00");
        apply(refund(student, "20.00"));

        NotEnoughCreditException refusal = refusal(NotEnoughCreditException.class, () -> apply(voiding(receipt)));

        assertThat(refusal.wanted()).isEqualTo(cad("30.00"));
        assertThat(refusal.credit()).isEqualTo(cad("10.00"));
        assertAccount(student, "-10.00", "0.00");
    }

    @Test
    void whatIsMissingForAVoidIsLessWhateverCanBeReopened() {
        StudentNumber student = student();
        ChargeId lab = charge(student, "Lab fee", "5.00");
        Receipt receipt = pay(student, "30.00", lab);
        apply(refund(student, "20.00"));

        NotEnoughCreditException refusal = refusal(NotEnoughCreditException.class, () -> apply(voiding(receipt)));

        assertThat(refusal.wanted()).isEqualTo(cad("25.00"));
        assertThat(refusal.credit()).isEqualTo(cad("5.00"));
        assertAccount(student, "-5.00", "0.00");
    }

    @Test
    void creditIsRefundedUpToWhatThereIs() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");
        pay(student, "12.00");
        NotEnoughCreditException refusal =
                refusal(NotEnoughCreditException.class, () -> apply(refund(student, "12.01")));
        assertThat(refusal.wanted()).isEqualTo(cad("12.01"));
        assertThat(refusal.credit()).isEqualTo(cad("12.00"));

        Correction done = apply(new Refund(
                RequestKey.fresh(), CASHIER, student, cad("12.00"), PaymentMethod.CHEQUE, "88", LATER, "Moved away"));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.REFUND, LATER, 1, cad("12.00"), 0, cad("0.00"), cad("0.00")));
        assertAccount(student, "30.00", "30.00");
        JournalEntry row = newest(student);
        assertThat(row.kind()).isEqualTo(EntryKind.REFUND);
        assertThat(row.name()).isEqualTo("Refund");
        assertThat(row.description()).isEqualTo("Moved away");
        assertThat(row.method()).contains(PaymentMethod.CHEQUE);
        assertThat(row.reference()).isEqualTo("88");
        assertThat(row.recordedBy()).isEqualTo("cashier");
        assertThat(row.student().orElseThrow().name()).isEqualTo("Tremblay, Inès");
    }

    @Test
    void rowsHaveTheirNamesInTheLanguageOfTheSchool() {
        StudentNumber student = student();
        Receipt receipt = pay(student, "5.00");
        pay(student, "5.00");
        office.configure(Kit.settings(Locale.CANADA_FRENCH, Map.of()));
        apply(voiding(receipt));
        apply(refund(student, "5.00"));
        office.configure(Kit.settings());

        assertThat(rows(student)).extracting(JournalEntry::name).endsWith("Paiement annulé", "Remboursement");
    }

    @Test
    void aPreviewTellsWhatWouldHappenAndChangesNothing() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = pay(student, "40.00", trip);
        for (CorrectionRequest request : List.of(cancel(trip), voiding(receipt), refund(student, "10.00"))) {
            List<JournalEntry> before = rows(student);

            Correction preview = office.corrections().preview(request);

            assertThat(rows(student)).isEqualTo(before);
            assertThat(preview.date()).isEqualTo(LATER);
            assertThat(preview.rows()).isEqualTo(1);
        }
        CorrectionRequest voiding = voiding(receipt);
        Correction preview = office.corrections().preview(voiding);
        assertThat(apply(voiding)).isEqualTo(preview);
        refusal(AlreadyCorrectedException.class, () -> office.corrections().preview(voiding(receipt)));
        refusal(NotEnoughCreditException.class, () -> office.corrections().preview(refund(student, "0.01")));
    }

    @Test
    void whatDoesNotExistIsReported() {
        ChargeId charge = new ChargeId(999_999_999);
        BatchNumber batch = new BatchNumber(999_999_999);
        ReceiptNumber receipt = new ReceiptNumber(999_999_999);
        StudentNumber student = student();
        pay(student, "5.00");
        ChargeId payment = new ChargeId(newest(student).id());

        assertThat(refusal(UnknownChargeException.class, () -> apply(cancel(charge)))
                        .charges())
                .containsExactly(charge);
        assertThat(refusal(UnknownChargeException.class, () -> apply(waive(charge)))
                        .charges())
                .containsExactly(charge);
        assertThat(refusal(UnknownChargeException.class, () -> apply(cancel(payment)))
                        .charges())
                .containsExactly(payment);
        assertThat(refusal(UnknownBatchException.class, () -> apply(undo(batch)))
                        .batch())
                .isEqualTo(batch);
        assertThat(refusal(
                                UnknownReceiptException.class,
                                () -> apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt, LATER, "")))
                        .number())
                .isEqualTo(receipt);
        assertThat(refusal(UnknownStudentException.class, () -> apply(refund(STRANGER, "1.00")))
                        .students())
                .containsExactly(STRANGER);
    }

    @Test
    void aCorrectionIsNotDatedBeforeWhatItCorrects() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        BatchNumber batch =
                office.accounts().outstanding(student).get(0).batch().orElseThrow();
        Receipt receipt = pay(student, "5.00");
        LocalDate early = DAY.minusDays(1);

        for (CorrectionRequest request : List.of(
                new Cancel(RequestKey.fresh(), CLERK, trip, early, ""),
                new Waive(RequestKey.fresh(), CLERK, trip, early, "Bursary"),
                new Undo(RequestKey.fresh(), CLERK, batch, early, ""),
                new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), early, ""))) {
            InvalidInputException refusal = refusal(InvalidInputException.class, () -> apply(request));
            assertThat(refusal.field()).isEqualTo(Field.DATE);
            assertThat(refusal.value()).isEqualTo("2026-09-07");
        }
        assertThat(apply(new Cancel(RequestKey.fresh(), CLERK, trip, DAY, "")).date())
                .isEqualTo(DAY);
    }

    @Test
    void theRoleIsCheckedFirstAlsoByThePreview() {
        ChargeId charge = new ChargeId(999_999_999);
        for (Actor actor : List.of(VIEWER, CASHIER)) {
            assertNeeds(Role.BILL, () -> apply(new Cancel(RequestKey.fresh(), actor, charge, LATER, "")));
            assertNeeds(Role.BILL, () -> apply(new Waive(RequestKey.fresh(), actor, charge, LATER, "Bursary")));
            assertNeeds(Role.BILL, () -> office.corrections()
                    .preview(new Undo(RequestKey.fresh(), actor, new BatchNumber(1), LATER, "")));
        }
        for (Actor actor : List.of(VIEWER, CLERK)) {
            assertNeeds(
                    Role.CASHIER,
                    () -> apply(new VoidReceipt(RequestKey.fresh(), actor, new ReceiptNumber(999_999_999), LATER, "")));
            assertNeeds(Role.CASHIER, () -> office.corrections()
                    .preview(new Refund(
                            RequestKey.fresh(), actor, STRANGER, cad("1.00"), PaymentMethod.CASH, "", LATER, "")));
        }
    }

    @Test
    void theSameKeyHasOneEffectAndTheSameResult() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, "30.00", trip);
        CorrectionRequest cancel = cancel(trip);

        Correction first = apply(cancel);

        assertThat(apply(cancel)).isEqualTo(first);
        assertThat(office.corrections().preview(cancel)).isEqualTo(first);
        assertAccount(student, "-30.00", "0.00");
    }

    @Test
    void theSameKeyIsRefusedForAnythingElse() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");
        PaymentRequest payment = paying(student, "60.00", trip);
        office.cashier().receive(payment);
        CorrectionRequest cancel = cancel(trip);
        apply(cancel);
        Refund refund = refund(student, "2.00");
        apply(refund);

        for (CorrectionRequest other : List.of(
                new Cancel(cancel.key(), CLERK, bus, LATER, ""),
                new Cancel(cancel.key(), CLERK, trip, LATER.plusDays(1), ""),
                new Waive(cancel.key(), CLERK, trip, LATER, "Bursary"),
                new Cancel(payment.key(), CLERK, bus, LATER, ""),
                new Refund(refund.key(), CASHIER, student, cad("2.01"), PaymentMethod.CASH, "", LATER, ""))) {
            assertThat(refusal(RequestKeyReusedException.class, () -> apply(other))
                            .key())
                    .isEqualTo(other.key());
        }
        assertAccount(student, "-33.00", "25.00");
    }

    @Test
    void theAccountOfAStudentWhoIsGoneIsCorrected() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = pay(student, "40.00", trip);
        office.remove(student);

        apply(refund(student, "10.00"));
        assertThat(newest(student).student().orElseThrow().name()).isEqualTo("Tremblay, Inès");
        apply(cancel(trip));
        refusal(NotEnoughCreditException.class, () -> apply(voiding(receipt)));
        assertAccount(student, "-30.00", "0.00");
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }

    private static Cancel cancel(ChargeId charge) {
        return new Cancel(RequestKey.fresh(), CLERK, charge, LATER, "Mistake");
    }

    private static Waive waive(ChargeId charge) {
        return new Waive(RequestKey.fresh(), CLERK, charge, LATER, "Bursary");
    }

    private static Undo undo(BatchNumber batch) {
        return new Undo(RequestKey.fresh(), CLERK, batch, LATER, "");
    }

    private static VoidReceipt voiding(Receipt receipt) {
        return new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), LATER, "Bounced");
    }

    private static Refund refund(StudentNumber student, String amount) {
        return new Refund(RequestKey.fresh(), CASHIER, student, cad(amount), PaymentMethod.CASH, "", LATER, "");
    }

    private List<ChargeId> owed(StudentNumber student) {
        return office.accounts().outstanding(student).stream().map(Charge::id).toList();
    }

    /** The rows of a student, in number order. */
    private List<JournalEntry> rows(StudentNumber student) {
        return office.journal().entries(VIEWER, JournalQuery.everything().ofStudent(student), Page.first(100)).stream()
                .sorted(Comparator.comparing(JournalEntry::id))
                .toList();
    }

    private JournalEntry newest(StudentNumber student) {
        List<JournalEntry> rows = rows(student);
        return rows.get(rows.size() - 1);
    }

    private JournalEntry entry(StudentNumber student, long id) {
        Optional<JournalEntry> entry =
                rows(student).stream().filter(row -> row.id() == id).findFirst();
        return entry.orElseThrow();
    }
}
