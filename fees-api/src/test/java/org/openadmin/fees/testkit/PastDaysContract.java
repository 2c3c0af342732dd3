package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.PastBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.overview.FeesOverview.KnownThen;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** What the services promise about past days. The clock is at {@link Kit#TODAY} at first, and a test moves it. */
public abstract class PastDaysContract extends OfficeContract {

    private final TestClock clock = new TestClock();

    @Override
    protected final Office open() {
        return open(clock);
    }

    /** Opens an office without students and with an empty journal. */
    protected abstract Office open(TestClock today);

    private static LocalDate day(int number) {
        return DAY.plusDays(number);
    }

    /** Charges on this day, as does whatever follows. */
    private ChargeId charged(StudentNumber student, int day, String name, String amount) {
        clock.moveTo(day(day));
        return charge(student, day(day), name, amount);
    }

    private ReceiptNumber paid(StudentNumber student, int day, String amount, ChargeId... charges) {
        return paid(student, day, day, amount, charges);
    }

    private ReceiptNumber paid(StudentNumber student, int recorded, int dated, String amount, ChargeId... charges) {
        clock.moveTo(day(recorded));
        Receipt receipt = office.cashier().receive(DatedRequests.paying(student, day(dated), amount, charges));
        return receipt.number();
    }

    private void voided(ReceiptNumber receipt, int recorded, int dated) {
        clock.moveTo(day(recorded));
        office.corrections().apply(DatedRequests.voiding(receipt, day(dated)));
    }

    private PastBalance past(StudentNumber student, int day) {
        return office.accounts().balance(student, day(day));
    }

    private void assertOn(StudentNumber student, int day, String balance, String outstanding) {
        AccountBalance account = past(student, day).account();
        assertThat(account).as("day " + day).isEqualTo(new AccountBalance(student, cad(balance), cad(outstanding)));
        assertThat(account.credit().isNegative()).isFalse();
        assertThat(office.accounts().balances(day(day)))
                .as("in the list of all accounts")
                .contains(past(student, day));
    }

    private void assertNothingLater(StudentNumber student, int day) {
        assertThat(past(student, day).laterRows()).isZero();
        assertThat(past(student, day).known()).isEqualTo(past(student, day).account());
    }

    @Test
    void rowsOfLaterDatesDoNotCount() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        paid(student, 4, "25.00", lab);
        clock.moveTo(day(9));

        assertOn(student, -1, "0.00", "0.00");
        assertOn(student, 0, "20.00", "20.00");
        assertOn(student, 3, "20.00", "20.00");
        assertOn(student, 4, "-5.00", "0.00");
        assertNothingLater(student, 3);
    }

    @Test
    void ofTodayItIsTheBalanceOfNow() {
        StudentNumber student = student();
        charged(student, 0, "Lab", "20.00");
        charge(student, day(6), "Trip", "7.00");

        assertThat(past(student, 0)).isEqualTo(PastBalance.of(office.accounts().balance(student)));
        assertThat(office.accounts().balances(Set.of(student), day(0))).isEqualTo(Map.of(student, past(student, 0)));
        assertThat(office.accounts().outstanding(Set.of(student), day(0)))
                .isEqualTo(office.accounts().outstanding(Set.of(student)));
        assertThat(office.overview().figuresAsOf(VIEWER, day(0)))
                .isEqualTo(office.overview().figures(VIEWER, day(0)));
        assertThat(office.overview().receivablesAsOf(VIEWER, day(0)))
                .isEqualTo(office.overview().receivables(VIEWER, day(0)));

        clock.moveTo(day(9));
        assertOn(student, 5, "20.00", "20.00");
        assertOn(student, 6, "27.00", "27.00");
    }

    @Test
    void aPaymentThatWasVoidedByThenDoesNotSettle() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        ReceiptNumber cheque = paid(student, 2, "20.00", lab);
        voided(cheque, 5, 5);
        clock.moveTo(day(9));

        assertOn(student, 1, "20.00", "20.00");
        assertOn(student, 2, "0.00", "0.00");
        assertOn(student, 4, "0.00", "0.00");
        assertOn(student, 5, "20.00", "20.00");
        assertOn(student, 8, "20.00", "20.00");
    }

    @Test
    void aChargeMayBeSettledOpenedAndSettledAgain() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        voided(paid(student, 2, "20.00", lab), 3, 3);
        voided(paid(student, 5, "20.00", lab), 6, 6);
        paid(student, 8, "20.00", lab);
        clock.moveTo(day(10));

        for (int open : new int[] {0, 1, 3, 4, 6, 7}) {
            assertOn(student, open, "20.00", "20.00");
        }
        for (int settled : new int[] {2, 5, 8, 9}) {
            assertOn(student, settled, "0.00", "0.00");
        }
    }

    @Test
    void creditAloneSettles() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        paid(student, 1, "30.00");
        paid(student, 4, "0.00", lab);
        clock.moveTo(day(9));

        assertOn(student, 3, "-10.00", "20.00");
        assertOn(student, 4, "-10.00", "0.00");
    }

    @Test
    void aVoidMayOpenTheChargesOfAnotherPayment() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        ReceiptNumber bounced = paid(student, 1, "20.00");
        paid(student, 3, "0.00", lab);
        voided(bounced, 6, 6);
        clock.moveTo(day(9));

        assertOn(student, 2, "0.00", "20.00");
        assertOn(student, 3, "0.00", "0.00");
        assertOn(student, 5, "0.00", "0.00");
        assertOn(student, 6, "20.00", "20.00");
    }

    @Test
    void aReversedChargeWasPaidBefore() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        ReceiptNumber receipt = paid(student, 2, "20.00", lab);
        clock.moveTo(day(5));
        office.corrections().apply(DatedRequests.cancel(lab, day(5)));
        voided(receipt, 7, 7);
        clock.moveTo(day(9));

        assertOn(student, 1, "20.00", "20.00");
        assertOn(student, 4, "0.00", "0.00");
        assertOn(student, 5, "-20.00", "0.00");
        assertOn(student, 7, "0.00", "0.00");
    }

    @Test
    void aWaivedChargeWasOpenBefore() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        clock.moveTo(day(5));
        office.corrections().apply(DatedRequests.waive(lab, day(4)));

        assertOn(student, 3, "20.00", "20.00");
        assertOn(student, 4, "0.00", "0.00");
        assertThat(past(student, 4)).extracting(PastBalance::laterRows).isEqualTo(1);
        assertThat(past(student, 4).known().outstanding()).isEqualTo(cad("20.00"));
    }

    @Test
    void moneyForAChargeOfALaterDateIsOnAccountUntilThen() {
        StudentNumber student = student();
        clock.moveTo(day(0));
        ChargeId trip = charge(student, day(5), "Trip", "20.00");
        paid(student, 1, "20.00", trip);
        clock.moveTo(day(9));

        assertOn(student, 3, "-20.00", "0.00");
        assertOn(student, 5, "0.00", "0.00");
    }

    @Test
    void aChargePaidFromCreditOfALaterDateIsOpenUntilThen() {
        StudentNumber student = student();
        ChargeId old = charged(student, 0, "Old", "20.00");
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        paid(student, 1, "20.00", old);
        paid(student, 6, "20.00");
        paid(student, 7, 2, "0.00", lab);
        clock.moveTo(day(9));

        assertOn(student, 1, "20.00", "20.00");
        assertOn(student, 4, "20.00", "20.00");
        assertOn(student, 6, "0.00", "0.00");
        assertThat(office.accounts().outstanding(Set.of(student), day(4)).get(student))
                .extracting(Charge::id)
                .containsExactly(lab);
    }

    @Test
    void whereLaterMoneyReplacedAVoidedPaymentTheChargeWasOpenInBetween() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        ReceiptNumber bounced = paid(student, 1, "20.00");
        paid(student, 2, "0.00", lab);
        paid(student, 6, "20.00");
        voided(bounced, 8, 3);
        clock.moveTo(day(9));

        assertOn(student, 2, "0.00", "0.00");
        assertOn(student, 3, "20.00", "20.00");
        assertOn(student, 6, "0.00", "0.00");
        assertThat(past(student, 5).known()).isEqualTo(new AccountBalance(student, cad("0.00"), cad("0.00")));
    }

    @Test
    void aVoidIsNotDatedOnADayOnWhichTheMoneyHadBeenPaidBack() {
        StudentNumber student = student();
        clock.moveTo(day(0));
        ReceiptNumber bounced = paid(student, 0, "20.00");
        office.corrections().apply(DatedRequests.refund(student, day(0), "20.00"));
        paid(student, 6, "20.00");
        clock.moveTo(day(8));

        DateNotAllowedException refusal = refusal(DateNotAllowedException.class, () -> office.corrections()
                .apply(DatedRequests.voiding(bounced, day(3))));
        assertThat(refusal.limit()).isEqualTo(Limit.VOID_BEFORE_MONEY);
        assertThat(refusal.allowed()).isEqualTo(day(6));

        voided(bounced, 8, 6);
        assertOn(student, 5, "0.00", "0.00");
        assertOn(student, 7, "0.00", "0.00");
    }

    @Test
    void whatWasRecordedLaterIsToldApart() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        ReceiptNumber receipt = paid(student, 1, "20.00", lab);
        clock.moveTo(day(6));
        charge(student, day(2), "Late fee", "5.00");
        voided(receipt, 7, 3);
        clock.moveTo(day(9));

        assertOn(student, 2, "5.00", "5.00");
        assertThat(past(student, 2).laterRows()).isEqualTo(1);
        assertThat(past(student, 2).laterTotal()).isEqualTo(cad("5.00"));
        assertOn(student, 3, "25.00", "25.00");
        assertThat(past(student, 3).laterRows()).isEqualTo(2);
        assertThat(past(student, 3).laterTotal()).isEqualTo(cad("25.00"));
        assertThat(past(student, 3).known()).isEqualTo(new AccountBalance(student, cad("0.00"), cad("0.00")));
        assertThat(past(student, 6).laterRows()).isEqualTo(1);
        assertNothingLater(student, 7);
    }

    @Test
    void aDayEndsAtMidnightOfTheSchool() {
        StudentNumber student = student();
        clock.moveTo(day(2));
        office.add(JournalRow.charge("Late", "1.00")
                .student(student)
                .on(day(0))
                .recorded("ann", Optional.of(Instant.parse(day(1) + "T00:00:00.000Z"))));
        office.add(JournalRow.charge("In time", "2.00")
                .student(student)
                .on(day(0))
                .recorded("ann", Optional.of(Instant.parse(day(0) + "T23:59:59.999Z"))));

        assertThat(past(student, 0).laterRows()).isEqualTo(1);
        assertThat(past(student, 0).known().outstanding()).isEqualTo(cad("2.00"));
    }

    @Test
    void oldRowsCountByTheirDatesAndAreNeverRecordedLater() {
        StudentNumber student = student();
        clock.moveTo(day(9));
        office.add(JournalRow.charge("Undated", "1.00").student(student));
        office.add(JournalRow.charge("Old", "2.00").student(student).on(day(2)));
        office.add(JournalRow.charge("Impossible", "4.00").student(student).onImpossible("2026-10-00"));
        long payment =
                office.add(JournalRow.payment(9_001, "8.00").student(student).on(day(4)));
        office.add(JournalRow.charge("Paid", "8.00").student(student).on(day(0)).settledBy(payment));

        assertOn(student, -1, "1.00", "1.00");
        assertOn(student, 3, "11.00", "11.00");
        assertOn(student, 4, "3.00", "3.00");
        assertNothingLater(student, 3);
    }

    @Test
    void whatBelongsToNobodyIsInNoAccount() {
        clock.moveTo(day(9));
        KnownThen before = office.overview().figuresAsOf(VIEWER, day(3)).known().orElseThrow();
        office.add(JournalRow.charge("Damaged", "11.00").on(day(1)).recorded("ann", Optional.of(clock.instant())));

        assertThat(office.overview().figuresAsOf(VIEWER, day(3)).known()).contains(before);
    }

    @Test
    void theChargesOfAPastDayAreThoseThatWereOpen() {
        StudentNumber student = student();
        StudentNumber other = student();
        ChargeId trip = charged(student, 0, "Trip", "7.00");
        ChargeId lab = charged(student, 1, "Lab", "20.00");
        paid(student, 5, "7.00", trip);
        clock.moveTo(day(9));

        Map<AccountNumber, List<Charge>> open = office.accounts().outstanding(Set.of(student, other), day(3));
        assertThat(open).containsOnlyKeys(student);
        assertThat(open.get(student)).extracting(Charge::id).containsExactly(trip, lab);
        assertThat(office.accounts().outstanding(Set.of(student), day(5)).get(student))
                .extracting(Charge::id)
                .containsExactly(lab);
        assertThat(office.accounts().outstanding(Set.of(), day(3))).isEmpty();
    }

    @Test
    void everybodyIsInTheListAlsoThoseWithoutRows() {
        StudentNumber without = student();
        StudentNumber gone = student();
        charged(gone, 5, "Trip", "7.00");
        office.remove(gone);
        clock.moveTo(day(9));

        assertThat(office.accounts().balances(day(3)))
                .extracting(PastBalance::student)
                .contains(without, gone)
                .isSorted();
        assertThat(office.accounts().balances(Set.of(without, gone), day(6)))
                .isEqualTo(Map.of(without, past(without, 6), gone, past(gone, 6)));
    }

    @Test
    void theFiguresAreThoseOfTheDay() {
        try (Office fresh = open(clock)) {
            clock.moveTo(day(0));
            StudentNumber ann = new StudentNumber(71);
            StudentNumber bob = new StudentNumber(72);
            fresh.enrol(Kit.student(71, "Roy", "Ann", "9", "9A"));
            fresh.enrol(Kit.student(72, "Roy", "Bob", "9", "9A"));
            fresh.add(
                    JournalRow.charge("Old", "50.00").student(ann).on(day(-40)).due(day(-31)));
            long lab = fresh.add(
                    JournalRow.charge("Lab", "20.00").student(ann).on(day(0)).due(day(3)));
            fresh.cashier().receive(DatedRequests.paying(bob, day(0), "12.00"));
            clock.moveTo(day(6));
            fresh.cashier().receive(DatedRequests.paying(ann, day(6), "20.00", new ChargeId(lab)));
            fresh.cashier().receive(DatedRequests.paying(bob, day(1), "3.00"));

            Figures figures = fresh.overview().figuresAsOf(VIEWER, day(4));

            assertThat(figures.today()).isEqualTo(day(4));
            assertThat(figures.outstanding()).isEqualTo(cad("70.00"));
            assertThat(figures.credit()).isEqualTo(cad("15.00"));
            assertThat(figures.balance()).isEqualTo(cad("55.00"));
            assertThat(figures.studentsOwing()).isEqualTo(1);
            assertThat(figures.receivedThisMonth()).isEqualTo(cad("15.00"));
            assertThat(figures.receiptsToday()).isZero();
            assertThat(figures.bands().get(Age.TO_30.ordinal()).amount()).isEqualTo(cad("20.00"));
            assertThat(figures.bands().get(Age.TO_60.ordinal()).amount()).isEqualTo(cad("50.00"));
            assertThat(figures.months()).hasSize(12);
            assertThat(figures.known()).contains(new KnownThen(1, cad("-3.00"), cad("70.00"), cad("12.00")));

            Receivables receivables = fresh.overview().receivablesAsOf(VIEWER, day(4));
            assertThat(receivables.owing()).hasSize(1);
            Receivable owing = receivables.owing().get(0);
            assertThat(owing.student().number()).isEqualTo(ann);
            assertThat(owing.outstanding().get(Age.TO_30)).isEqualTo(cad("20.00"));
            assertThat(owing.past()).contains(fresh.accounts().balance(ann, day(4)));
            assertThat(receivables.creditOnlyStudents()).isEqualTo(1);
            assertThat(receivables.creditOnly()).isEqualTo(cad("15.00"));
            assertThat(receivables.known()).isEqualTo(figures.known());
            assertThat(receivables.knownOfOthers())
                    .isEqualTo(new KnownThen(1, cad("-3.00"), cad("0.00"), cad("12.00")));
            assertThat(receivables.of(Set.of(ann)).known())
                    .contains(new KnownThen(0, cad("0.00"), cad("70.00"), cad("0.00")));
            assertThat(receivables.balance()).isEqualTo(figures.balance());

            Figures earlier = fresh.overview().figuresAsOf(VIEWER, day(0));
            assertThat(earlier.receiptsToday()).isEqualTo(1);
            assertThat(earlier.bands().get(Age.NOT_DUE.ordinal()).amount()).isEqualTo(cad("20.00"));
            assertThat(earlier.bands().get(Age.TO_60.ordinal()).amount()).isEqualTo(cad("50.00"));
        }
    }

    @Test
    void aChargeThatIsOpenForLackOfMoneyHasItsAge() {
        StudentNumber student = student();
        ChargeId lab = charged(student, 0, "Lab", "20.00");
        paid(student, 6, "20.00");
        paid(student, 7, 2, "0.00", lab);
        clock.moveTo(day(9));

        Receivable owing = office.overview().receivablesAsOf(VIEWER, day(4)).owing().stream()
                .filter(each -> each.student().number().equals(student))
                .findFirst()
                .orElseThrow();

        assertThat(owing.outstanding().get(Age.TO_30)).isEqualTo(cad("20.00"));
        assertThat(owing.account().outstanding()).isEqualTo(cad("20.00"));
    }

    @Test
    void theFiguresAreTheSumsOfTheAccounts() {
        clock.moveTo(day(12));
        for (int number = -2; number < 12; number++) {
            List<PastBalance> accounts =
                    office.accounts().balances(day(number)).stream().toList();
            Figures figures = office.overview().figuresAsOf(VIEWER, day(number));
            Receivables receivables = office.overview().receivablesAsOf(VIEWER, day(number));

            assertThat(figures.outstanding())
                    .isEqualTo(accounts.stream()
                            .map(each -> each.account().outstanding())
                            .reduce(cad("0.00"), (one, other) -> one.plus(other)));
            assertThat(figures.balance())
                    .isEqualTo(accounts.stream()
                            .map(each -> each.account().balance())
                            .reduce(cad("0.00"), (one, other) -> one.plus(other)));
            assertThat(figures.bands().stream().map(band -> band.amount()).reduce(cad("0.00"), (a, b) -> a.plus(b)))
                    .isEqualTo(figures.outstanding());
            assertThat(receivables.outstanding()).isEqualTo(figures.outstanding());
            assertThat(receivables.balance()).isEqualTo(figures.balance());
            assertThat(figures.known()).contains(KnownThen.of(accounts, cad("0.00")));
            assertThat(accounts).allSatisfy(each -> {
                assertThat(each)
                        .isEqualTo(office.accounts()
                                .balances(Set.of(each.student()), figures.today())
                                .get(each.student()));
                assertThat(each.account().credit().isNegative()).isFalse();
            });
        }
    }

    @Test
    void noDayIsLaterThanToday() {
        StudentNumber student = student();
        clock.moveTo(day(0));
        LocalDate tomorrow = day(1);

        for (DateNotAllowedException refusal : Arrays.asList(
                refusal(DateNotAllowedException.class, () -> office.accounts().balance(student, tomorrow)),
                refusal(DateNotAllowedException.class, () -> office.accounts().balances(tomorrow)),
                refusal(DateNotAllowedException.class, () -> office.accounts().balances(Set.of(student), tomorrow)),
                refusal(DateNotAllowedException.class, () -> office.accounts().outstanding(Set.of(student), tomorrow)),
                refusal(DateNotAllowedException.class, () -> office.overview().figuresAsOf(VIEWER, tomorrow)),
                refusal(DateNotAllowedException.class, () -> office.overview().receivablesAsOf(VIEWER, tomorrow)))) {
            assertThat(refusal.limit()).isEqualTo(Limit.AS_OF_AFTER_TODAY);
            assertThat(refusal.allowed()).isEqualTo(day(0));
        }
    }

    @Test
    void anyRoleReadsAndTheStudentMustBeKnown() {
        clock.moveTo(day(9));
        assertNeeds(Role.VIEW, () -> office.overview().figuresAsOf(Kit.NOBODY, DAY));
        assertNeeds(Role.VIEW, () -> office.overview().receivablesAsOf(Kit.NOBODY, DAY));
        refusal(UnknownStudentException.class, () -> office.accounts().balance(STRANGER, DAY));
    }

    @Test
    void aFaultyOldAccountKeepsItsFault() {
        StudentNumber student = student();
        clock.moveTo(day(9));
        office.add(
                JournalRow.charge("Lost", "16.00").student(student).on(day(0)).settledBy(8_888_888));

        assertThat(past(student, 3).account())
                .isEqualTo(new AccountBalance(student, cad("16.00"), cad("0.00")))
                .isEqualTo(office.accounts().balance(student));
        office.add(JournalRow.of(EntryKind.OTHER, "-16.00").student(student).on(day(0)));
    }
}
