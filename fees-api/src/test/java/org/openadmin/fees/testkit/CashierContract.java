package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.TODAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.testkit.Kit.paying;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.UnknownChargeException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.ChargeOfAnotherStudentException;
import org.openadmin.fees.api.payments.ChargeSettledException;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** What {@link Cashier} promises. */
public abstract class CashierContract extends OfficeContract {

    private static final int THREADS = 8;

    @Test
    void aPaymentSettlesTheChosenChargesInFull() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId lab = charge(student, "Lab fee", "10.00");
        ChargeId bus = charge(student, "Bus", "5.00");
        Instant before = Kit.CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);

        Receipt receipt = office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        CASHIER,
                        student,
                        DAY.plusDays(1),
                        cad("35.00"),
                        Set.of(bus, trip),
                        PaymentMethod.CHEQUE,
                        "000123"));

        assertThat(receipt)
                .isEqualTo(new Receipt(
                        receipt.number(),
                        new StudentSnapshot(student, "Tremblay, Inès", "9", "9A"),
                        DAY.plusDays(1),
                        cad("35.00"),
                        receipt.settled(),
                        Optional.of(PaymentMethod.CHEQUE),
                        "000123",
                        "cashier",
                        receipt.recordedAt(),
                        Optional.empty()));
        assertThat(receipt.settled()).extracting(Charge::id).containsExactly(trip, bus);
        assertThat(receipt.recordedAt().orElseThrow())
                .isBetween(before, Kit.CLOCK.instant())
                .isEqualTo(receipt.recordedAt().orElseThrow().truncatedTo(ChronoUnit.MILLIS));
        assertThat(office.accounts().outstanding(student))
                .extracting(Charge::id)
                .containsExactly(lab);
        assertAccount(student, "10.00", "10.00");
    }

    @Test
    void thePaymentIsARowOfTheJournalThatSettlesTheCharges() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "5.00");
        Receipt receipt = pay(student, "35.00", bus, trip);

        JournalEntry row = newest(student);

        assertThat(row.kind()).isEqualTo(EntryKind.PAYMENT);
        assertThat(row.name()).isEqualTo("Payment");
        assertThat(row.description()).isEqualTo("Trip, Bus");
        assertThat(row.total()).isEqualTo(cad("-35.00"));
        assertThat(row.subtotal()).isEmpty();
        assertThat(row.receipt()).contains(receipt.number());
        assertThat(row.recordedBy()).isEqualTo("cashier");
        assertThat(rows(student))
                .filteredOn(each -> each.kind() == EntryKind.CHARGE)
                .allMatch(each -> each.settledBy().equals(OptionalLong.of(row.id())));
    }

    @Test
    void moneyBeyondTheChargesBecomesCreditThatHelpsToPayLater() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "25.00");

        assertThat(pay(student, "50.00", trip).onAccount()).isEqualTo(cad("20.00"));
        assertAccount(student, "5.00", "25.00");

        assertThat(pay(student, "5.00", bus).fromCredit()).isEqualTo(cad("20.00"));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void moneyWithoutChargesIsReceivedOnAccount() {
        StudentNumber student = student();
        charge(student, "Trip", "30.00");

        Receipt receipt = pay(student, "10.00");

        assertThat(receipt.settled()).isEmpty();
        assertThat(newest(student).kind()).isEqualTo(EntryKind.ON_ACCOUNT);
        assertAccount(student, "20.00", "30.00");
    }

    @Test
    void creditAloneSettlesChargesUnderTheNextReceiptNumber() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt earlier = pay(student, "30.00");

        Receipt receipt = pay(student, "0.00", trip);

        assertThat(receipt.number().value()).isEqualTo(earlier.number().value() + 1);
        assertThat(receipt.received()).isEqualTo(cad("0.00"));
        assertThat(receipt.fromCredit()).isEqualTo(cad("30.00"));
        assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void anAccountThatItsCreditCoversIsPaidFromCreditWithTheSameFigures() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "12.00");
        ChargeId bus = charge(student, "Bus", "6.00");
        pay(student, "17.99");
        assertThat(office.accounts().balance(student).isCoveredByCredit()).isFalse();
        pay(student, "54.31");
        assertThat(office.accounts().balance(student).isCoveredByCredit()).isTrue();
        PaymentRequest request =
                PaymentRequest.fromCredit(RequestKey.fresh(), CASHIER, student, TODAY, Set.of(trip, bus), Kit.CAD);

        Receipt receipt = office.cashier().receive(request);

        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertThat(receipt.received()).isEqualTo(cad("0.00"));
        assertThat(receipt.fromCredit()).isEqualTo(cad("18.00"));
        assertThat(receipt.settled()).extracting(Charge::id).containsExactly(trip, bus);
        assertThat(office.accounts().balance(student).isCoveredByCredit()).isFalse();
        assertAccount(student, "-54.30", "0.00");
    }

    @Test
    void receiptNumbersHaveNoGapEvenAfterARefusal() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        Receipt first = pay(student, "1.00");
        refusal(NotEnoughMoneyException.class, () -> pay(student, "28.99", trip));

        assertThat(pay(student, "29.00", trip).number().value())
                .isEqualTo(first.number().value() + 1);
    }

    @Test
    void theNameOfThePaymentIsInTheLanguageOfTheSchool() {
        StudentNumber student = student();
        office.configure(Kit.settings(Locale.CANADA_FRENCH, Map.of()));
        pay(student, "1.00");
        office.configure(Kit.settings());

        assertThat(newest(student).name()).isEqualTo("Paiement");
    }

    @Test
    void aWithdrawnStudentAndOneWhoIsGoneCanPay() {
        StudentNumber gone = student();
        ChargeId trip = charge(gone, "Trip", "30.00");
        office.remove(gone);

        assertThat(pay(gone, "30.00", trip).student().name()).isEqualTo("Tremblay, Inès");
        assertAccount(gone, "0.00", "0.00");
    }

    @Test
    void onlyACashierReceivesMoney() {
        StudentNumber student = student();

        assertNeeds(Role.CASHIER, () -> office.cashier().receive(paying(RequestKey.fresh(), CLERK, student, "1.00")));
        assertNeeds(Role.CASHIER, () -> office.cashier().receive(paying(RequestKey.fresh(), VIEWER, STRANGER, "1.00")));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void anUnknownStudentCannotPay() {
        assertThat(refusal(UnknownStudentException.class, () -> pay(STRANGER, "1.00"))
                        .students())
                .containsExactly(STRANGER);
    }

    @Test
    void unknownChargesAreReportedBeforeThoseOfOthersAndSettledOnes() {
        StudentNumber student = student();
        StudentNumber other = student();
        ChargeId others = charge(other, "Trip", "30.00");
        ChargeId settled = charge(student, "Trip", "30.00");
        pay(student, "30.00", settled);
        ChargeId unknown = new ChargeId(999_999_999);
        long payment = newest(student).id();

        assertThat(refusal(UnknownChargeException.class, () -> pay(student, "60.00", unknown, others, settled))
                        .charges())
                .containsExactly(unknown);
        assertThat(refusal(UnknownChargeException.class, () -> pay(student, "60.00", new ChargeId(payment)))
                        .charges())
                .containsExactly(new ChargeId(payment));
        ChargeOfAnotherStudentException foreign =
                refusal(ChargeOfAnotherStudentException.class, () -> pay(student, "60.00", others, settled));
        assertThat(foreign.student()).isEqualTo(student);
        assertThat(foreign.charges()).containsExactly(others);
        assertThat(refusal(ChargeSettledException.class, () -> pay(student, "30.00", settled))
                        .charges())
                .containsExactly(settled);
        assertAccount(student, "0.00", "0.00");
        assertAccount(other, "30.00", "30.00");
    }

    @Test
    void tooLittleMoneyIsRefusedWithTheAmounts() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        ChargeId bus = charge(student, "Bus", "5.00");
        pay(student, "2.00");

        NotEnoughMoneyException refusal =
                refusal(NotEnoughMoneyException.class, () -> pay(student, "32.99", trip, bus));

        assertThat(refusal.charges()).isEqualTo(cad("35.00"));
        assertThat(refusal.received()).isEqualTo(cad("32.99"));
        assertThat(refusal.credit()).isEqualTo(cad("2.00"));
        assertThat(refusal.missing()).isEqualTo(cad("0.01"));
        assertAccount(student, "33.00", "35.00");
    }

    @Test
    void theSameKeyHasOneEffectAndTheSameReceipt() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        PaymentRequest request = paying(student, "40.00", trip);

        Receipt receipt = office.cashier().receive(request);

        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertAccount(student, "-10.00", "0.00");
        assertThat(office.cashier().receipt(VIEWER, request.key())).contains(receipt);
    }

    @Test
    void theSameKeyIsRefusedForAnotherPayment() {
        StudentNumber student = student();
        StudentNumber other = student();
        ChargeId trip = charge(student, "Trip", "30.00");
        PaymentRequest request = paying(student, "40.00", trip);
        office.cashier().receive(request);

        RequestKeyReusedException refusal = refusal(RequestKeyReusedException.class, () -> office.cashier()
                .receive(paying(request.key(), CASHIER, student, "41.00", trip)));

        assertThat(refusal.key()).isEqualTo(request.key());
        refusal(RequestKeyReusedException.class, () -> office.cashier()
                .receive(paying(request.key(), CASHIER, student, "40.00")));
        refusal(RequestKeyReusedException.class, () -> office.cashier()
                .receive(paying(request.key(), CASHIER, other, "40.00")));
        assertAccount(student, "-10.00", "0.00");
        assertAccount(other, "0.00", "0.00");
    }

    @Test
    void theSameKeyAtTheSameTimeHasOneEffect() throws Exception {
        StudentNumber student = student();
        PaymentRequest request = paying(student, "30.00", charge(student, "Trip", "30.00"));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<Receipt> pay = () -> office.cashier().receive(request);
            List<Future<Receipt>> answers =
                    threads.invokeAll(Stream.generate(() -> pay).limit(THREADS).toList());
            for (Future<Receipt> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.get(0).get());
            }
        } finally {
            threads.shutdown();
        }
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void aReceiptIsFoundByNumberAndKeyByAnyRole() {
        StudentNumber student = student();
        PaymentRequest request = paying(student, "40.00");
        Receipt receipt = office.cashier().receive(request);

        assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
        assertThat(office.cashier().receipt(CLERK, request.key())).contains(receipt);
        assertThat(office.cashier().receipt(VIEWER, new ReceiptNumber(999_999_999)))
                .isEmpty();
        assertThat(office.cashier().receipt(VIEWER, RequestKey.fresh())).isEmpty();
        assertNeeds(Role.VIEW, () -> office.cashier().receipt(NOBODY, receipt.number()));
        assertNeeds(Role.VIEW, () -> office.cashier().receipt(NOBODY, request.key()));
    }

    @Test
    void ofANumberThatOccursTwiceInOldDataTheOldestReceiptIsReturned() {
        StudentNumber student = student();
        long charge =
                office.add(JournalRow.charge("Old", "5.00").student(student).on(DAY));
        office.add(JournalRow.payment(700, "5.00", charge).student(student).on(DAY));
        office.add(JournalRow.payment(700, "6.00").student(student).on(DAY));

        Receipt receipt =
                office.cashier().receipt(VIEWER, new ReceiptNumber(700)).orElseThrow();

        assertThat(receipt.received()).isEqualTo(cad("5.00"));
        assertThat(receipt.settled()).extracting(Charge::name).containsExactly("Old");
        assertThat(receipt.method()).isEmpty();
        assertThat(receipt.cashier()).isEmpty();
        assertThat(receipt.recordedAt()).isEmpty();
        assertThat(receipt.student().name()).isEqualTo("Tremblay, Inès");
    }
}
