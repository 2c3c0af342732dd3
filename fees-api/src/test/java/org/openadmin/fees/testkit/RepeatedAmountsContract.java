package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.CorrectionRequests.voiding;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmount.Kind;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;

/** What the cashier and the corrections promise about the same amount, taken or paid out a moment ago. */
public abstract class RepeatedAmountsContract extends OfficeContract {

    private static final int THREADS = 8;

    @Test
    void theSameAmountOfTheSameStudentIsConfirmedWhateverItsMethodAndCharges() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "50.00");
        Receipt first = office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH));

        for (PaymentRequest again : List.of(
                unconfirmed(student, "50.00", PaymentMethod.CASH),
                unconfirmed(student, "50.00", PaymentMethod.CHEQUE, trip))) {
            assertThat(question(again))
                    .isEqualTo(new RepeatedAmount(Kind.RECEIPT, first.number().value(), cad("50.00"), 0));
        }
        assertAccount(student, "0.00", "50.00");
        Receipt second = office.cashier()
                .receive(unconfirmed(student, "50.00", PaymentMethod.CHEQUE, trip)
                        .confirming(Confirmation.REPEATED_AMOUNT));
        assertAccount(student, "-50.00", "0.00");
        assertThat(question(unconfirmed(student, "50.00", PaymentMethod.CARD)).number())
                .isEqualTo(second.number().value());
    }

    @Test
    void anotherAmountAndAnotherStudentAreNotAskedAbout() {
        StudentNumber student = student();
        office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH));

        office.cashier().receive(unconfirmed(student, "50.01", PaymentMethod.CASH));
        office.cashier().receive(unconfirmed(student(), "50.00", PaymentMethod.CASH));

        assertAccount(student, "-100.01", "0.00");
    }

    @Test
    void chargesSettledFromCreditAloneAreNotAskedAbout() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "20.00");
        pay(student, "50.00");

        office.cashier().receive(unconfirmed(student, "0.00", PaymentMethod.OTHER, trip));
        office.cashier().receive(unconfirmed(student, "0.00", PaymentMethod.OTHER, bus));

        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void moneyIsAskedAboutForTenMinutes() {
        StudentNumber lately = student();
        recorded(lately, Kind.RECEIPT, 800_001, Duration.ofMinutes(9).plusSeconds(30));
        StudentNumber before = student();
        recorded(before, Kind.RECEIPT, 800_002, Duration.ofMinutes(10).plusSeconds(1));

        assertThat(question(unconfirmed(lately, "50.00", PaymentMethod.CASH)))
                .isEqualTo(new RepeatedAmount(Kind.RECEIPT, 800_001, cad("50.00"), 9));
        assertThat(office.cashier()
                        .receive(unconfirmed(before, "50.00", PaymentMethod.CASH))
                        .received())
                .isEqualTo(cad("50.00"));
    }

    @Test
    void aVoidedReceiptDoesNotCount() {
        StudentNumber student = student();
        Receipt mistake = office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH));
        office.corrections().apply(voiding(mistake));

        assertThat(office.cashier()
                        .receive(unconfirmed(student, "50.00", PaymentMethod.CASH))
                        .number())
                .isGreaterThan(mistake.number());
        assertAccount(student, "-50.00", "0.00");
    }

    @Test
    void aValidReceiptCountsAlthoughALaterOneWasVoided() {
        StudentNumber student = student();
        Receipt first = office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH));
        office.corrections().apply(voiding(pay(student, "50.00")));

        assertThat(question(unconfirmed(student, "50.00", PaymentMethod.CASH)).number())
                .isEqualTo(first.number().value());
    }

    @Test
    void theSameKeyIsAnsweredWithItsReceiptAndNeverAskedAbout() {
        StudentNumber student = student();
        PaymentRequest request = unconfirmed(student, "50.00", PaymentMethod.CASH);
        Receipt receipt = office.cashier().receive(request);

        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertThat(office.cashier().receive(request.confirming(Confirmation.REPEATED_AMOUNT)))
                .isEqualTo(receipt);
        PaymentRequest other = new PaymentRequest(
                request.key(), CASHIER, student, DAY, cad("50.00"), Set.of(), PaymentMethod.CARD, "");
        refusal(RequestKeyReusedException.class, () -> office.cashier().receive(other));
        assertAccount(student, "-50.00", "0.00");
    }

    @Test
    void twoCountersTakeTheSameAmountOnce() throws Exception {
        StudentNumber student = student();
        List<Object> answers =
                together(() -> office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH)));

        List<Receipt> receipts = answers.stream()
                .filter(Receipt.class::isInstance)
                .map(Receipt.class::cast)
                .toList();
        assertThat(receipts).hasSize(1);
        assertThat(answers)
                .filteredOn(RepeatedAmountException.class::isInstance)
                .hasSize(THREADS - 1)
                .extracting(
                        answer -> ((RepeatedAmountException) answer).repeated().number())
                .containsOnly(receipts.get(0).number().value());
        assertAccount(student, "-50.00", "0.00");
    }

    @Test
    void nothingIsAskedAboutAPaymentThatIsRefusedAnyway() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "50.00");
        office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH, trip));

        refusal(ChargeSettledException.class, () -> office.cashier()
                .receive(unconfirmed(student, "50.00", PaymentMethod.CASH, trip)));
    }

    @Test
    void anUnusualDateIsAskedAboutFirst() {
        StudentNumber student = student();
        office.cashier().receive(unconfirmed(student, "50.00", PaymentMethod.CASH));
        PaymentRequest old = new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                student,
                DAY.minusYears(1),
                cad("50.00"),
                Set.of(),
                PaymentMethod.CASH,
                "");

        refusal(UnusualDateException.class, () -> office.cashier().receive(old));
        assertThat(question(old.confirming(Confirmation.UNUSUAL_DATE)).kind()).isEqualTo(Kind.RECEIPT);
        office.cashier().receive(old.confirming(Confirmation.UNUSUAL_DATE).confirming(Confirmation.REPEATED_AMOUNT));
        assertAccount(student, "-100.00", "0.00");
    }

    @Test
    void theSameRefundIsConfirmedInThePreviewAndWhenItIsApplied() {
        StudentNumber student = student();
        pay(student, "50.00");
        Refund first = refunding(student, "20.00");
        office.corrections().apply(first);
        long number = office.refunds().refund(VIEWER, first.key()).orElseThrow().id();
        Refund again = refunding(student, "20.00");

        RepeatedAmount expected = new RepeatedAmount(Kind.REFUND, number, cad("20.00"), 0);
        assertThat(refusal(RepeatedAmountException.class, () -> office.corrections()
                                .preview(again))
                        .repeated())
                .isEqualTo(expected);
        assertThat(refusal(RepeatedAmountException.class, () -> office.corrections()
                                .apply(again))
                        .repeated())
                .isEqualTo(expected);
        assertAccount(student, "-30.00", "0.00");
        office.corrections().apply(confirmed(again));
        assertAccount(student, "-10.00", "0.00");
    }

    @Test
    void aRefundIsNotAskedAboutAfterAPaymentNorAfterAnotherAmountNorAfterTenMinutes() {
        StudentNumber student = student();
        pay(student, "50.00");
        pay(student, "60.00");
        recorded(student, Kind.REFUND, 0, Duration.ofMinutes(11));

        office.corrections().apply(refunding(student, "50.00"));
        office.corrections().apply(refunding(student, "10.00"));

        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void theSameKeyAgainIsTheSameRefundAndNeverAskedAbout() {
        StudentNumber student = student();
        pay(student, "50.00");
        Refund request = refunding(student, "20.00");

        assertThat(office.corrections().apply(request))
                .isEqualTo(office.corrections().apply(request))
                .isEqualTo(office.corrections().preview(request));
        assertAccount(student, "-30.00", "0.00");
        refusal(NotEnoughCreditException.class, () -> office.corrections().apply(refunding(student, "30.01")));
    }

    @Test
    void twoCountersRefundTheSameAmountOnce() throws Exception {
        StudentNumber student = student();
        pay(student, "500.00");

        List<Object> answers = together(() -> office.corrections().apply(refunding(student, "20.00")));

        assertThat(answers)
                .filteredOn(RepeatedAmountException.class::isInstance)
                .hasSize(THREADS - 1);
        assertAccount(student, "-480.00", "0.00");
    }

    private static List<Object> together(Callable<Object> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Object> answered = () -> {
                try {
                    return work.call();
                } catch (RepeatedAmountException e) {
                    return e;
                }
            };
            List<Callable<Object>> all =
                    IntStream.range(0, THREADS).mapToObj(i -> answered).toList();
            List<Future<Object>> answers = threads.invokeAll(all);
            return answers.stream().map(RepeatedAmountsContract::get).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static Object get(Future<Object> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private RepeatedAmount question(PaymentRequest request) {
        return refusal(RepeatedAmountException.class, () -> office.cashier().receive(request))
                .repeated();
    }

    /** Adds 50.00 that were received or paid out this long ago. */
    private void recorded(StudentNumber student, Kind kind, int receipt, Duration ago) {
        JournalRow row =
                kind == Kind.RECEIPT ? JournalRow.payment(receipt, "50.00") : JournalRow.of(EntryKind.REFUND, "50.00");
        office.add(row.student(student)
                .on(DAY)
                .recorded("cashier", Optional.of(Kit.CLOCK.instant().minus(ago).truncatedTo(ChronoUnit.MILLIS))));
    }

    private static PaymentRequest unconfirmed(
            StudentNumber student, String amount, PaymentMethod method, ChargeId... charges) {
        return new PaymentRequest(RequestKey.fresh(), CASHIER, student, DAY, cad(amount), Set.of(charges), method, "");
    }

    private static Refund refunding(StudentNumber student, String amount) {
        return new Refund(
                RequestKey.fresh(),
                CASHIER,
                student,
                cad(amount),
                PaymentMethod.CASH,
                "",
                CorrectionRequests.LATER,
                "Moved");
    }

    private static Refund confirmed(Refund request) {
        return new Refund(
                request.key(),
                request.actor(),
                request.student(),
                request.amount(),
                request.method(),
                request.reference(),
                request.date(),
                request.reason(),
                Set.of(Confirmation.REPEATED_AMOUNT));
    }
}
