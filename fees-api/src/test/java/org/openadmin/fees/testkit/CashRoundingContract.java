package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.CorrectionRequest.Cancel;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.CashRounding;

/** What the services promise of cash in a school without pennies. */
public abstract class CashRoundingContract extends OfficeContract {

    private static final LocalDate LATER = DAY.plusDays(2);

    @BeforeEach
    void noPennies() {
        office.configure(Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))));
    }

    @Test
    void cashSettlesTheRoundedSumAndNothingStaysOnTheAccount() {
        for (String[] each : new String[][] {
            {"26.22", "26.20", "0.02"},
            {"26.23", "26.25", "-0.02"},
            {"26.21", "26.20", "0.01"},
            {"26.24", "26.25", "-0.01"}
        }) {
            StudentNumber student = student();
            ChargeId trip = charge(student, "Trip", each[0]);

            Receipt receipt = pay(student, each[1], trip);

            assertAccount(student, "0.00", "0.00");
            assertThat(receipt.received()).isEqualTo(cad(each[1]));
            assertThat(receipt.settledTotal()).isEqualTo(cad(each[0]));
            assertThat(receipt.rounding()).isEqualTo(cad(each[2]));
            assertThat(receipt.fromCredit()).isEqualTo(cad("0.00"));
            assertThat(receipt.onAccount()).isEqualTo(cad("0.00"));
            assertThat(office.cashier().receipt(VIEWER, receipt.number())).contains(receipt);
            assertThat(office.receipts()
                            .search(VIEWER, ReceiptQuery.ofStudent(student), Page.first(9))
                            .receipts())
                    .containsExactly(receipt);
        }
    }

    @Test
    void theRoundingIsARowOfItsOwnThatNamesThePayment() {
        StudentNumber student = student();
        Receipt receipt = pay(student, "26.20", charge(student, "Trip", "26.22"));

        List<JournalEntry> rows = rows(student);
        JournalEntry payment = rows.get(1);
        JournalEntry rounding = rows.get(2);

        assertThat(payment.total()).isEqualTo(cad("-26.20"));
        assertThat(rounding.kind()).isEqualTo(EntryKind.ROUNDING);
        assertThat(rounding.name()).isEqualTo("Cash rounding");
        assertThat(rounding.description()).isEmpty();
        assertThat(rounding.total()).isEqualTo(cad("-0.02"));
        assertThat(rounding.date()).isEqualTo(payment.date());
        assertThat(rounding.reverses()).isEqualTo(OptionalLong.of(payment.id()));
        assertThat(rounding.student()).isEqualTo(payment.student());
        assertThat(rounding.method()).isEmpty();
        assertThat(rounding.receipt()).isEmpty();
        assertThat(rounding.recordedBy()).isEqualTo("cashier");
        assertThat(rounding.recordedAt()).isEqualTo(receipt.recordedAt());
    }

    @Test
    void exactSumsAndOtherMethodsAreNotRounded() {
        StudentNumber student = student();
        assertThat(pay(student, "26.25", charge(student, "Trip", "26.25")).rounding())
                .isEqualTo(cad("0.00"));
        for (PaymentMethod method : EnumSet.complementOf(EnumSet.of(PaymentMethod.CASH))) {
            ChargeId charge = charge(student, "By " + method, "26.22");
            refusal(NotEnoughMoneyException.class, () -> pay(student, "26.20", method, charge));
            assertThat(pay(student, "26.22", method, charge).rounding()).isEqualTo(cad("0.00"));
        }
        assertAccount(student, "0.00", "0.00");
        assertThat(rows(student)).noneMatch(row -> row.kind() == EntryKind.ROUNDING);
    }

    @Test
    void cashForWhichThereAreNoCoinsIsRefusedWithTheNearestSum() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "26.23");

        for (ChargeId[] charges : new ChargeId[][] {{trip}, {}}) {
            InvalidInputException refused = refusal(InvalidInputException.class, () -> pay(student, "26.23", charges));
            assertThat(refused.field()).isEqualTo(Field.AMOUNT);
            assertThat(refused.problem()).isEqualTo(Problem.NOT_IN_CASH);
            assertThat(refused.proposal()).isEqualTo("26.25");
        }
        assertAccount(student, "26.23", "26.23");
    }

    @Test
    void lessThanTheRoundedSumIsNotEnough() {
        StudentNumber student = student();
        ChargeId up = charge(student, "Up", "26.23");
        ChargeId down = charge(student, "Down", "26.22");

        assertThat(refusal(NotEnoughMoneyException.class, () -> pay(student, "26.20", up))
                        .missing())
                .isEqualTo(cad("0.05"));
        assertThat(refusal(NotEnoughMoneyException.class, () -> pay(student, "20.00", down))
                        .missing())
                .isEqualTo(cad("6.20"));
    }

    @Test
    void whatIsPaidAboveTheRoundedSumStaysOnAccount() {
        StudentNumber student = student();

        Receipt receipt = pay(student, "30.00", charge(student, "Trip", "26.23"));

        assertThat(receipt.onAccount()).isEqualTo(cad("3.75"));
        assertAccount(student, "-3.75", "0.00");
    }

    @Test
    void whatTheCreditLeavesToPayIsRounded() {
        StudentNumber student = student();
        pay(student, "10.01", PaymentMethod.CHEQUE);

        Receipt receipt = pay(student, "16.20", charge(student, "Trip", "26.23"));

        assertThat(receipt.fromCredit()).isEqualTo(cad("10.01"));
        assertThat(receipt.rounding()).isEqualTo(cad("0.02"));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void withoutCashNothingIsRounded() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "0.02");
        refusal(NotEnoughMoneyException.class, () -> office.cashier()
                .receive(PaymentRequest.fromCredit(RequestKey.fresh(), CASHIER, student, DAY, Set.of(trip), Kit.CAD)));

        assertThat(pay(student, "0.05", trip).onAccount()).isEqualTo(cad("0.03"));
    }

    @Test
    void theSameKeyRoundsOnce() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "26.22");
        PaymentRequest request = Kit.paying(student, "26.20", trip);

        Receipt receipt = office.cashier().receive(request);

        assertThat(office.cashier().receive(request)).isEqualTo(receipt);
        assertThat(rows(student)).hasSize(3);
    }

    @Test
    void aVoidTakesTheRoundingBackToo() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "26.23");
        Receipt receipt = pay(student, "26.25", trip);

        Correction done = office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), LATER, "Mistake"));

        assertThat(done)
                .isEqualTo(new Correction(EntryKind.VOID, LATER, 1, cad("26.25"), 1, cad("26.23"), cad("0.00")));
        assertAccount(student, "26.23", "26.23");
        assertThat(owed(student)).containsExactly(trip);
        List<JournalEntry> rows = rows(student);
        assertThat(rows)
                .extracting(row -> row.kind() + " " + row.total().toPlainString())
                .containsExactly("CHARGE 26.23", "PAYMENT -26.25", "ROUNDING 0.02", "VOID 26.25", "ROUNDING -0.02");
        assertThat(rows.get(4).reverses()).isEqualTo(OptionalLong.of(rows.get(2).id()));
        assertThat(rows.get(4).date()).contains(LATER);
        Receipt voided = office.cashier().receipt(VIEWER, receipt.number()).orElseThrow();
        assertThat(voided.voided()).contains(LATER);
        assertThat(voided.rounding()).isEqualTo(cad("-0.02"));

        assertThat(pay(student, "26.25", trip).rounding()).isEqualTo(cad("-0.02"));
        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void aVoidThatOpensOtherChargesCountsTheRounding() {
        StudentNumber student = student();
        Receipt much = pay(student, "50.00", charge(student, "One", "26.22"));
        ChargeId second = charge(student, "Two", "23.80");
        pay(student, "23.80", PaymentMethod.CARD, charge(student, "Other", "23.80"));
        office.cashier()
                .receive(PaymentRequest.fromCredit(RequestKey.fresh(), CASHIER, student, DAY, Set.of(second), Kit.CAD));
        assertAccount(student, "0.00", "0.00");

        Correction done = office.corrections()
                .apply(new VoidReceipt(RequestKey.fresh(), CASHIER, much.number(), LATER, "Mistake"));

        assertThat(done.reopenedTotal()).isEqualTo(cad("50.02"));
        assertAccount(student, "50.02", "50.02");
    }

    @Test
    void aCashRefundOfTheWholeCreditIsRounded() {
        for (String[] each :
                new String[][] {{"12.34", "12.35", "-0.01"}, {"12.32", "12.30", "0.02"}, {"12.30", "12.30", null}}) {
            StudentNumber student = student();
            pay(student, each[0], PaymentMethod.CHEQUE);

            Correction done = office.corrections().apply(refund(student, each[1], PaymentMethod.CASH));

            assertThat(done)
                    .isEqualTo(new Correction(EntryKind.REFUND, LATER, 1, cad(each[1]), 0, cad("0.00"), cad("0.00")));
            assertAccount(student, "0.00", "0.00");
            JournalEntry refund = rows(student).get(1);
            assertThat(refund.total()).isEqualTo(cad(each[1]));
            if (each[2] == null) {
                assertThat(rows(student)).hasSize(2);
            } else {
                assertThat(newest(student).kind()).isEqualTo(EntryKind.ROUNDING);
                assertThat(newest(student).total()).isEqualTo(cad(each[2]));
                assertThat(newest(student).reverses()).isEqualTo(OptionalLong.of(refund.id()));
                assertThat(newest(student).date()).contains(LATER);
            }
        }
    }

    @Test
    void aCashRefundOfAPartIsExactAndOtherMethodsToo() {
        StudentNumber student = student();
        pay(student, "12.34", PaymentMethod.CHEQUE);

        office.corrections().apply(refund(student, "2.30", PaymentMethod.CASH));
        assertAccount(student, "-10.04", "0.00");
        refusal(NotEnoughCreditException.class, () -> office.corrections()
                .apply(refund(student, "10.10", PaymentMethod.CASH)));
        InvalidInputException coins = refusal(InvalidInputException.class, () -> office.corrections()
                .apply(refund(student, "10.04", PaymentMethod.CASH)));
        assertThat(coins.proposal()).isEqualTo("10.05");
        office.corrections().apply(refund(student, "10.04", PaymentMethod.CHEQUE));
        assertAccount(student, "0.00", "0.00");
        assertThat(rows(student)).noneMatch(row -> row.kind() == EntryKind.ROUNDING);
    }

    @Test
    void whatWasPaidForAReversedChargeIsPaidBackAsItWasTaken() {
        StudentNumber student = student();
        ChargeId trip = charge(student, "Trip", "26.22");
        pay(student, "26.20", trip);
        office.corrections().apply(new Cancel(RequestKey.fresh(), CLERK, trip, LATER, "Ill"));
        assertAccount(student, "-26.22", "0.00");

        office.corrections().apply(refund(student, "26.20", PaymentMethod.CASH));

        assertAccount(student, "0.00", "0.00");
    }

    @Test
    void theJournalFindsTheRoundingAndTheMonthHasALineForIt() {
        LocalDate day = DAY.minusMonths(3);
        office.configure(Kit.settings()
                .withCashRounding(CashRounding.to(cad("0.05")))
                .withAccounts(new AccountCodes(
                        Map.of(EntryKind.ROUNDING, "5900"), Map.of(PaymentMethod.CASH, "1010"), Map.of())));
        StudentNumber student = student();
        for (String[] each : new String[][] {{"26.22", "26.20"}, {"10.01", "10.00"}, {"5.03", "5.05"}}) {
            ChargeId charge = charge(student, day, "Fee " + each[0], each[0]);
            office.cashier()
                    .receive(new PaymentRequest(
                                    RequestKey.fresh(),
                                    CASHIER,
                                    student,
                                    day,
                                    cad(each[1]),
                                    Set.of(charge),
                                    PaymentMethod.CASH,
                                    "")
                            .confirming(Confirmation.UNUSUAL_DATE));
        }

        JournalQuery roundings = new JournalQuery(
                Optional.empty(),
                Optional.empty(),
                Set.of(EntryKind.ROUNDING),
                Optional.of(student),
                Optional.empty(),
                false,
                JournalQuery.Order.DATE,
                true);
        assertThat(office.journal().entries(VIEWER, roundings, Page.first(9))).hasSize(3);
        assertThat(office.journal().totals(VIEWER, roundings).total()).isEqualTo(cad("-0.01"));
        MonthSummary month = office.months().of(VIEWER, YearMonth.from(day));
        assertThat(month.lines())
                .filteredOn(line -> line.kind() == EntryKind.ROUNDING)
                .containsExactly(new MonthSummary.Line(
                        EntryKind.ROUNDING,
                        "Cash rounding",
                        Optional.empty(),
                        "5900",
                        3,
                        cad("-0.01"),
                        Map.of(),
                        cad("-0.01")));
        assertThat(month.total()).isEqualTo(cad("0.00"));
    }

    private Receipt pay(StudentNumber student, String amount, PaymentMethod method, ChargeId... charges) {
        return office.cashier()
                .receive(new PaymentRequest(
                                RequestKey.fresh(), CASHIER, student, DAY, cad(amount), Set.of(charges), method, "")
                        .confirming(Confirmation.REPEATED_AMOUNT));
    }

    private static Refund refund(StudentNumber student, String amount, PaymentMethod method) {
        return new Refund(RequestKey.fresh(), CASHIER, student, cad(amount), method, "", LATER, "Moved");
    }
}
