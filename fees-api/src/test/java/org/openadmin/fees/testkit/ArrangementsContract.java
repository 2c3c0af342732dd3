package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.LATER;
import static org.openadmin.fees.testkit.CorrectionRequests.undo;
import static org.openadmin.fees.testkit.CorrectionRequests.voiding;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.AlreadyCorrectedException;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.api.corrections.CorrectionRequest.PutTogether;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.corrections.CorrectionRequest.TakeBack;
import org.openadmin.fees.api.corrections.CorrectionRequest.Transfer;
import org.openadmin.fees.api.corrections.PartPlan;
import org.openadmin.fees.api.corrections.PartsNotOpenException;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payments.FamilyPaymentRequest;
import org.openadmin.fees.api.payments.FamilyPaymentRequest.Part;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** Splits, transfers, moved credit and payments of families, one after another on the same charges. */
public abstract class ArrangementsContract extends OfficeContract {

    private PayerNumber payer(PayerKind kind) {
        return office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), CLERK, kind, PayerDetails.named("Prairie Band")))
                .number();
    }

    private Correction apply(CorrectionRequest request) {
        return office.corrections().apply(request);
    }

    private List<ChargeId> split(ChargeId charge, String... amounts) {
        PartPlan plan = PartPlan.of(Stream.of(amounts).map(Kit::cad).toArray(Money[]::new));
        return apply(new Split(RequestKey.fresh(), CLERK, charge, plan, LATER, "By letter")).parts().stream()
                .map(part -> part.id().orElseThrow())
                .toList();
    }

    private Transfer transfer(ChargeId charge, PayerNumber to) {
        return new Transfer(RequestKey.fresh(), CLERK, charge, to, LATER, "By letter");
    }

    private TakeBack takeBack(ChargeId charge) {
        return new TakeBack(RequestKey.fresh(), CLERK, charge, LATER, "Declined");
    }

    private PutTogether together(ChargeId part) {
        return new PutTogether(RequestKey.fresh(), CLERK, part, LATER, "Declined");
    }

    private void assertOwes(AccountNumber account, String balance, String outstanding) {
        assertThat(office.accounts().balance(account))
                .isEqualTo(new AccountBalance(account, cad(balance), cad(outstanding)));
    }

    private Receipt payLater(AccountNumber account, String amount, ChargeId charge) {
        return office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        account,
                        LATER,
                        cad(amount),
                        Set.of(charge),
                        PaymentMethod.CASH,
                        "",
                        Set.of()));
    }

    private MoveCredit move(AccountNumber from, AccountNumber to) {
        return new MoveCredit(
                RequestKey.fresh(), CASHIER, from, to, cad("5.00"), LATER, "Sister", Set.of(Confirmation.OUTSIDER));
    }

    private ChargeId only(AccountNumber account) {
        List<Charge> charges = office.accounts().outstanding(account);
        assertThat(charges).hasSize(1);
        return charges.get(0).id();
    }

    @Test
    void aPartIsTransferredTakenBackAndPutTogetherAgain() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00", "GST");
        PayerNumber band = payer(PayerKind.SPONSOR);
        List<ChargeId> parts = split(trip, "63.00", "42.00");

        apply(transfer(parts.get(0), band));

        assertOwes(student, "42.00", "42.00");
        assertOwes(band, "63.00", "63.00");
        assertThat(refusal(PartsNotOpenException.class, () -> apply(together(parts.get(1)))))
                .isNotNull();
        apply(takeBack(parts.get(0)));
        assertOwes(band, "0.00", "0.00");
        assertOwes(student, "105.00", "105.00");
        apply(together(parts.get(1)));
        assertOwes(student, "105.00", "105.00");
        assertThat(office.accounts().outstanding(student)).singleElement().satisfies(charge -> {
            assertThat(charge.total()).isEqualTo(cad("105.00"));
            assertThat(charge.subtotal()).isEqualTo(cad("100.00"));
            assertThat(charge.part()).isEmpty();
        });
    }

    @Test
    void aPayersChargeIsSplitAndPaidInPartsAndThenStaysWithIt() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "100.00");
        PayerNumber band = payer(PayerKind.SPONSOR);
        apply(transfer(trip, band));

        List<ChargeId> parts = split(only(band), "60.00", "40.00");
        Receipt receipt = payLater(band, "60.00", parts.get(0));

        assertOwes(band, "40.00", "40.00");
        assertOwes(student, "0.00", "0.00");
        refusal(AlreadyCorrectedException.class, () -> apply(takeBack(trip)));
        apply(voiding(receipt));
        apply(together(parts.get(0)));
        assertOwes(band, "100.00", "100.00");
        assertOwes(student, "0.00", "0.00");
    }

    @Test
    void oneChequePaysWhatASplitAndAFundHaveLeftOfTwoChildren() {
        StudentNumber ann = student("Roy", "Ann", "9", "9A");
        StudentNumber bea = student("Roy", "Bea", "7", "7B");
        ChargeId trip = charge(ann, "Band trip", "300.00");
        ChargeId lab = charge(bea, "Lab fee", "30.00");
        PayerNumber fund = payer(PayerKind.FUND);
        office.cashier().receive(Kit.paying(fund, "200.00"));
        List<ChargeId> parts = split(trip, "200.00", "60.00", "40.00");
        apply(transfer(parts.get(0), fund));
        assertOwes(fund, "0.00", "0.00");

        Receipt receipt = office.cashier()
                .receive(new FamilyPaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        List.of(new Part(ann, Set.of(parts.get(1))), new Part(bea, Set.of(lab))),
                        bea,
                        DAY.plusDays(3),
                        cad("95.00"),
                        PaymentMethod.CHEQUE,
                        "88",
                        Set.of(Confirmation.OUTSIDER)));

        assertThat(receipt.received()).isEqualTo(cad("95.00"));
        assertOwes(ann, "40.00", "40.00");
        assertOwes(bea, "-5.00", "0.00");
        apply(move(bea, ann));
        assertOwes(ann, "35.00", "40.00");
        assertOwes(bea, "0.00", "0.00");
        apply(move(ann, bea));
        apply(voiding(receipt));
        assertOwes(ann, "100.00", "100.00");
        assertOwes(bea, "30.00", "30.00");
        apply(takeBack(parts.get(0)));
        assertOwes(fund, "-200.00", "0.00");
        apply(together(parts.get(2)));
        assertOwes(ann, "300.00", "300.00");
        assertThat(owed(ann)).hasSize(1);
    }

    @Test
    void undoingAnAssessmentCancelsThePartsThatNobodyElseOwes() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "90.00");
        BatchNumber batch =
                office.accounts().outstanding(student).get(0).batch().orElseThrow();
        PayerNumber band = payer(PayerKind.PERSON);
        List<ChargeId> parts = split(trip, "30.00", "30.00", "30.00");
        apply(transfer(parts.get(0), band));
        payLater(student, "30.00", parts.get(1));

        apply(undo(batch));

        assertOwes(band, "30.00", "30.00");
        assertOwes(student, "-30.00", "0.00");
    }

    @Test
    void theSumsOfAllRowsOfTheActsAreZero() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Band trip", "99.99");
        PayerNumber band = payer(PayerKind.SPONSOR);
        Correction done = apply(new Split(RequestKey.fresh(), CLERK, trip, PartPlan.equal(4), LATER, ""));
        done.parts().stream().map(SplitPart::id).limit(2).forEach(part -> apply(transfer(part.orElseThrow(), band)));

        assertOwes(student, "49.99", "49.99");
        assertOwes(band, "50.00", "50.00");
    }
}
