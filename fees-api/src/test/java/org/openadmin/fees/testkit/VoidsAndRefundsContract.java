package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.cancel;
import static org.openadmin.fees.testkit.CorrectionRequests.refund;
import static org.openadmin.fees.testkit.CorrectionRequests.voiding;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException.Subject;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;

/** What {@link Corrections} promises of voids and refunds. */
public abstract class VoidsAndRefundsContract extends OfficeContract {

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
        assertThat(row.returned()).isFalse();
        assertThat(row.name()).isEqualTo("Voided payment");
        assertThat(row.description()).isEqualTo("Bounced");
        assertThat(row.method()).contains(PaymentMethod.CHEQUE);
        assertThat(row.reference()).isEqualTo("no 17");
        assertThat(row.reverses()).isEqualTo(OptionalLong.of(payment));
        assertThat(row(student, payment).voidedBy()).isEqualTo(OptionalLong.of(row.id()));
        Receipt again = office.cashier().receipt(VIEWER, receipt.number()).orElseThrow();
        assertThat(again.voided()).contains(LATER);
        assertThat(again.settled()).extracting(Charge::id).containsExactly(trip, bus);
        assertThat(pay(student, "30.00", trip).number()).isGreaterThan(receipt.number());
        AlreadyCorrectedException refusal = refusal(AlreadyCorrectedException.class, () -> apply(voiding(receipt)));
        assertThat(refusal.subject()).isEqualTo(Subject.RECEIPT);
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
    void aVoidNamesTheOtherReceiptsAndTheirCopiesShowWhatIsNoLongerPaid() {
        StudentNumber student = student();
        ChargeId first = charge(student, "One", "5.00");
        ChargeId second = charge(student, "Two", "20.00");
        ChargeId third = charge(student, "Three", "10.00");
        ChargeId kept = charge(student, "Four", "1.00");
        Receipt four = pay(student, "1.00", kept);
        Receipt much = pay(student, "50.00", first);
        Receipt two = pay(student, "1.00", second);
        Receipt three = pay(student, "1.00", third);
        CorrectionRequest request = voiding(much);
        assertThat(office.corrections().preview(request).otherReceipts()).containsExactly(two.number(), three.number());

        Correction done = apply(request);

        assertThat(done.otherReceipts()).containsExactly(two.number(), three.number());
        assertThat(again(two).reopened()).containsExactly(second);
        assertThat(again(two).reopenedCharges()).extracting(Charge::name).containsExactly("Two");
        assertThat(again(three).reopened()).containsExactly(third);
        assertThat(again(four).reopened()).isEmpty();
        assertThat(again(much).reopened()).isEmpty();
        assertThat(office.receipts()
                        .search(VIEWER, ReceiptQuery.ofStudent(student), Page.first(10))
                        .receipts())
                .extracting(Receipt::reopened)
                .containsExactly(List.of(third), List.of(second), List.of(), List.of());

        Receipt later = pay(student, "20.00", second);

        assertThat(again(later).reopened()).isEmpty();
        assertThat(again(two).reopened()).containsExactly(second);
        apply(voiding(three));
        assertThat(again(three).reopened()).isEmpty();
        assertThat(apply(request)).isEqualTo(done);
        assertThat(office.corrections().preview(request)).isEqualTo(done);
    }

    @Test
    void aVoidThatOpensOnlyItsOwnChargesNamesNoOtherReceipt() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "20.00");
        Receipt other = pay(student, "20.00", bus);
        Receipt receipt = pay(student, "30.00", trip);

        assertThat(apply(voiding(receipt)).otherReceipts()).isEmpty();
        assertThat(again(other).reopened()).isEmpty();
    }

    @Test
    void ofChargesOfOneReceiptOnlyTheOnesOpenedAreNoLongerPaid() {
        StudentNumber student = student();
        ChargeId first = charge(student, "One", "6.00");
        ChargeId second = charge(student, "Two", "4.00");
        Receipt onAccount = pay(student, "3.00");
        Receipt both = pay(student, "7.00", first, second);

        assertThat(apply(voiding(onAccount)).otherReceipts()).containsExactly(both.number());
        assertThat(again(both).reopened()).containsExactly(second);
    }

    @Test
    void aReversedChargeIsNotOutstandingAgain() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt receipt = pay(student, "30.00", trip);

        apply(cancel(trip));

        assertThat(again(receipt).reopened()).isEmpty();
    }

    private Receipt again(Receipt receipt) {
        return office.cashier().receipt(VIEWER, receipt.number()).orElseThrow();
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
    void aRefundIsNotDatedBeforeItsCredit() {
        StudentNumber student = student();
        pay(student, "30.00");

        assertThat(tooEarly(student, "10.00", DAY.minusDays(1))).isEqualTo(DAY);
        apply(refund(student, "10.00", DAY));
        assertAccount(student, "-20.00", "0.00");
    }

    @Test
    void creditThatWasUsedMeanwhileIsNotPaidBackEarlier() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, DAY, "30.00");
        pay(student, DAY.plusDays(2), "0.00", trip);
        pay(student, DAY.plusDays(4), "25.00");
        pay(student, DAY.plusDays(6), "5.00");

        assertThat(tooEarly(student, "10.00", DAY)).isEqualTo(DAY.plusDays(4));
        assertThat(tooEarly(student, "30.00", DAY.plusDays(5))).isEqualTo(DAY.plusDays(6));
        apply(refund(student, "10.00", DAY.plusDays(4)));
    }

    @Test
    void moneyPaidForAReversedChargeIsCreditFromTheDateOfTheReversalOn() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        pay(student, DAY, "30.00", trip);
        apply(cancel(trip));

        assertThat(tooEarly(student, "30.00", DAY.plusDays(1))).isEqualTo(LATER);
        apply(refund(student, "30.00", LATER));
    }

    /** The date since when there has been enough credit. */
    private LocalDate tooEarly(StudentNumber student, String amount, LocalDate date) {
        DateNotAllowedException refusal =
                refusal(DateNotAllowedException.class, () -> apply(refund(student, amount, date)));
        assertThat(refusal.limit()).isEqualTo(Limit.REFUND_BEFORE_CREDIT);
        return refusal.allowed();
    }

    private void pay(StudentNumber student, LocalDate date, String amount, ChargeId... charges) {
        office.cashier()
                .receive(new PaymentRequest(
                                RequestKey.fresh(),
                                CASHIER,
                                student,
                                date,
                                cad(amount),
                                Set.of(charges),
                                PaymentMethod.CASH,
                                "")
                        .confirming(Confirmation.REPEATED_AMOUNT));
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

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }
}
