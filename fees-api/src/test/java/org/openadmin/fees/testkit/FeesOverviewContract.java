package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.DAY;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;
import static org.openadmin.fees.testkit.Kit.cad;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.overview.FeesOverview.Month;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.api.payments.Receipt;

/**
 * What {@link FeesOverview} promises. Its figures are those of the whole school, so a test compares them before and after, or has a
 * day of its own.
 */
public abstract class FeesOverviewContract extends OfficeContract {

    @Test
    void theLastTwelveMonthsAreOldestFirst() {
        Figures figures = figures(LocalDate.of(2040, 3, 31));

        assertThat(figures.today()).isEqualTo(LocalDate.of(2040, 3, 31));
        assertThat(figures.months()).extracting(Month::month).hasSize(12).isSorted();
        assertThat(figures.months().get(11)).isEqualTo(new Month(YearMonth.of(2040, 3), cad("0.00"), cad("0.00")));
        assertThat(figures.bands()).extracting(Band::age).containsExactly(Age.values());
        assertThat(figures.receiptsToday()).isZero();
    }

    @Test
    void outstandingAndCreditAreThoseOfAllAccounts() {
        Figures before = figures(DAY);
        StudentNumber owing = student();
        StudentNumber inCredit = student();
        charge(owing, "Trip", "30.00");
        pay(inCredit, "7.00");
        StudentNumber both = student();
        charge(both, "Bus", "5.00");
        pay(both, "6.00");

        Figures after = figures(DAY);

        assertThat(after.outstanding().minus(before.outstanding())).isEqualTo(cad("35.00"));
        assertThat(after.credit().minus(before.credit())).isEqualTo(cad("13.00"));
        assertThat(after.balance().minus(before.balance())).isEqualTo(cad("22.00"));
        assertThat(after.studentsOwing() - before.studentsOwing()).isEqualTo(1);
    }

    @Test
    void chargesAreAsOldAsTheyAreOverdue() {
        LocalDate today = LocalDate.of(2026, 7, 15);
        StudentNumber one = student();
        StudentNumber two = student();
        Figures before = figures(today);
        addDue(one, today.plusDays(9), "1.00");
        addDue(one, today, "2.00");
        addDue(one, today.minusDays(1), "4.00");
        addDue(two, today.minusDays(30), "8.00");
        addDue(two, today.minusDays(31), "16.00");
        addDue(one, today.minusDays(60), "32.00");
        addDue(two, today.minusDays(61), "64.00");
        addDue(two, today.minusDays(90), "128.00");
        addDue(two, today.minusDays(91), "256.00");
        office.add(JournalRow.charge("Undated", "512.00").student(one));
        office.add(
                JournalRow.charge("Settled", "1024.00").student(one).on(today).settledBy(1));

        List<Band> bands = figures(today).bands();

        assertBand(before.bands(), bands, 0, 1, 2, "3.00");
        assertBand(before.bands(), bands, 1, 2, 2, "12.00");
        assertBand(before.bands(), bands, 2, 2, 2, "48.00");
        assertBand(before.bands(), bands, 3, 1, 2, "192.00");
        assertBand(before.bands(), bands, 4, 2, 2, "768.00");
    }

    @Test
    void anOldChargeIsAsOldAsItsDate() {
        LocalDate today = LocalDate.of(2026, 7, 15);
        StudentNumber student = student();
        Figures before = figures(today);
        add(student, today, "1.00");
        add(student, today.minusDays(30), "2.00");

        List<Band> bands = figures(today).bands();

        assertBand(before.bands(), bands, 0, 1, 1, "1.00");
        assertBand(before.bands(), bands, 1, 1, 1, "2.00");
    }

    @Test
    void theReceivablesOfAStudentAreOfTheSameAges() {
        LocalDate today = LocalDate.of(2026, 7, 15);
        StudentNumber student = student();
        addDue(student, today, "1.00");
        addDue(student, today.minusDays(1), "2.00");
        addDue(student, today.minusDays(31), "4.00");
        addDue(student, today.minusDays(61), "8.00");
        addDue(student, today.minusDays(91), "16.00");

        Receivable owes = office.overview().receivables(VIEWER, today).owing().stream()
                .filter(each -> each.student().number().equals(student))
                .findFirst()
                .orElseThrow();

        assertThat(owes.outstanding())
                .isEqualTo(Map.of(
                        Age.NOT_DUE, cad("1.00"),
                        Age.TO_30, cad("2.00"),
                        Age.TO_60, cad("4.00"),
                        Age.TO_90, cad("8.00"),
                        Age.OVER_90, cad("16.00")));
    }

    /** A charge of half a year before that day. */
    private void addDue(StudentNumber student, LocalDate due, String amount) {
        office.add(JournalRow.charge("Fee", amount)
                .student(student)
                .on(due.minusDays(182))
                .due(due));
    }

    @Test
    void todayIsWhatCameInLessWhatWentOutOnTheDay() {
        LocalDate today = LocalDate.of(2031, 9, 15);
        StudentNumber student = student();
        long voided = office.add(JournalRow.payment(1, "50.00").student(student).on(today));
        office.add(JournalRow.payment(2, "30.00").student(student).on(today));
        office.add(JournalRow.payment(3, "7.00").student(student).on(today.minusDays(1)));
        office.add(JournalRow.of(EntryKind.VOID, "50.00")
                .student(student)
                .on(today.plusDays(1))
                .reverses(voided));
        office.add(JournalRow.of(EntryKind.REFUND, "5.00").student(student).on(today));
        add(student, today, "11.00");
        add(student, today.minusDays(1), "13.00");

        Figures figures = figures(today);

        assertThat(figures.receiptsToday()).isEqualTo(2);
        assertThat(figures.takenToday()).isEqualTo(cad("80.00"));
        assertThat(figures.paidOutToday()).isEqualTo(cad("5.00"));
        assertThat(figures.receivedToday()).isEqualTo(cad("75.00"));
        assertThat(figures.chargedToday()).isEqualTo(cad("11.00"));
        assertThat(figures.receivedThisMonth()).isEqualTo(cad("32.00"));
        assertThat(figures.months().get(11)).isEqualTo(new Month(YearMonth.of(2031, 9), cad("24.00"), cad("32.00")));
        Figures dayOfTheVoid = figures(today.plusDays(1));
        assertThat(dayOfTheVoid.receiptsToday()).isZero();
        assertThat(dayOfTheVoid.takenToday()).isEqualTo(cad("0.00"));
        assertThat(dayOfTheVoid.paidOutToday()).isEqualTo(cad("50.00"));
        assertThat(dayOfTheVoid.receivedToday()).isEqualTo(cad("-50.00"));
    }

    @Test
    void aReceiptVoidedOnItsOwnDayIsNeitherTakenNorPaidOut() {
        LocalDate today = LocalDate.of(2032, 9, 15);
        StudentNumber student = student();
        long voided = office.add(JournalRow.payment(1, "50.00").student(student).on(today));
        office.add(JournalRow.of(EntryKind.VOID, "50.00")
                .student(student)
                .on(today)
                .reverses(voided));
        office.add(JournalRow.payment(2, "30.00").student(student).on(today));
        long trip =
                office.add(JournalRow.charge("Trip", "9.00").student(student).on(today));
        office.add(JournalRow.of(EntryKind.WAIVER, "-9.00")
                .student(student)
                .on(today)
                .reverses(trip));

        Figures figures = figures(today);

        assertThat(figures.receiptsToday()).isEqualTo(1);
        assertThat(figures.takenToday()).isEqualTo(cad("30.00"));
        assertThat(figures.paidOutToday()).isEqualTo(cad("0.00"));
        assertThat(figures.chargedToday()).isEqualTo(cad("0.00"));
    }

    @Test
    void aMonthIsLessWhatWasReversedWaivedVoidedAndRefundedInIt() {
        StudentNumber student = student();
        Figures before = figures(DAY);
        ChargeId trip = charge(student, "Trip", "30.00");
        charge(student, "Bus", "5.00");
        Receipt receipt = pay(student, "9.00");
        pay(student, "4.00");
        office.corrections().apply(new Waive(RequestKey.fresh(), CLERK, trip, DAY, "Bursary"));
        office.corrections().apply(new VoidReceipt(RequestKey.fresh(), CASHIER, receipt.number(), DAY, ""));

        Figures after = figures(DAY);

        Month was = before.months().get(11);
        Month is = after.months().get(11);
        assertThat(is.charged().minus(was.charged())).isEqualTo(cad("5.00"));
        assertThat(is.received().minus(was.received())).isEqualTo(cad("4.00"));
        assertThat(after.receivedThisMonth()).isEqualTo(is.received());
    }

    @Test
    void everyStudentWithAnOutstandingChargeIsListedByName() {
        StudentNumber second = student("Aalto", "Zoé", "9", "9A");
        StudentNumber first = student("Aalto", "Ann", "9", "9A");
        StudentNumber settled = student("Aalto", "Bo", "9", "9A");
        charge(second, "Trip", "30.00");
        add(second, DAY.minusDays(40), "20.00");
        pay(second, "5.00");
        charge(first, "Trip", "1.00");
        pay(settled, "2.00", charge(settled, "Trip", "2.00"));

        List<Receivable> all = receivablesOf(Set.of(first, second, settled));

        assertThat(all)
                .containsExactly(
                        receivable(first, "Aalto, Ann", "1.00", "0.00", "1.00"),
                        receivable(second, "Aalto, Zoé", "30.00", "20.00", "45.00"));
    }

    @Test
    void theReceivablesAddUpToTheBalancesOfAllAccounts() {
        Receivables before = office.overview().receivables(VIEWER, DAY);
        StudentNumber owing = student();
        charge(owing, "Trip", "30.00");
        pay(owing, "4.00");
        StudentNumber covered = student();
        charge(covered, "Bus", "5.00");
        pay(covered, "6.00");
        pay(student(), "7.00");
        StudentNumber even = student();
        pay(even, "2.00", charge(even, "Trip", "2.00"));

        Receivables after = office.overview().receivables(VIEWER, DAY);

        assertThat(after.creditOnlyStudents() - before.creditOnlyStudents()).isEqualTo(1);
        assertThat(after.creditOnly().minus(before.creditOnly())).isEqualTo(cad("7.00"));
        assertThat(after.owing()).hasSize(before.owing().size() + 2);
        Figures figures = figures(DAY);
        assertThat(after.outstanding()).isEqualTo(figures.outstanding());
        assertThat(after.credit()).isEqualTo(figures.credit());
        assertThat(after.balance()).isEqualTo(figures.balance());
    }

    @Test
    void withoutDamagedRowsTheReceivablesAreTheSumOfTheJournal() {
        try (Office fresh = open()) {
            StudentNumber owing = new StudentNumber(71);
            StudentNumber inCredit = new StudentNumber(72);
            fresh.enrol(Kit.student(71, "Roy", "Léa", "9", "9A"));
            fresh.enrol(Kit.student(72, "Roy", "Luc", "9", "9A"));
            fresh.assessment().post(Kit.assessing(Kit.fee("Trip", "30.00"), Kit.only(owing)));
            fresh.cashier().receive(Kit.paying(inCredit, "12.50"));

            Money journal =
                    fresh.journal().totals(VIEWER, JournalQuery.everything()).total();

            assertThat(fresh.overview().receivables(VIEWER, DAY).balance())
                    .isEqualTo(journal)
                    .isEqualTo(cad("17.50"));
        }
    }

    @Test
    void studentsWhoAreGoneAreListedAsInTheJournal() {
        StudentNumber gone = student("Gone", "Gary", "8", "8B");
        charge(gone, "Trip", "30.00");
        office.remove(gone);

        assertThat(receivablesOf(Set.of(gone)))
                .extracting(Receivable::student)
                .containsExactly(new StudentSnapshot(gone, "Gone, Gary", "8", "8B"));
    }

    @Test
    void whatBelongsToNobodyIsInNoAccount() {
        Figures before = figures(DAY);
        int owing = office.overview().receivables(VIEWER, DAY).owing().size();
        office.add(JournalRow.charge("Damaged", "11.00").on(DAY));

        assertThat(figures(DAY).outstanding()).isEqualTo(before.outstanding());
        assertThat(figures(DAY).credit()).isEqualTo(before.credit());
        assertThat(office.overview().receivables(VIEWER, DAY).owing()).hasSize(owing);
    }

    @Test
    void anyRoleReads() {
        assertNeeds(Role.VIEW, () -> office.overview().figures(NOBODY, DAY));
        assertNeeds(Role.VIEW, () -> office.overview().receivables(NOBODY, DAY));
    }

    private Figures figures(LocalDate today) {
        return office.overview().figures(VIEWER, today);
    }

    private void add(StudentNumber student, LocalDate day, String amount) {
        office.add(JournalRow.charge("Fee", amount).student(student).on(day));
    }

    private static void assertBand(
            List<Band> before, List<Band> after, int age, int students, int charges, String amount) {
        assertThat(after.get(age).students() - before.get(age).students()).isEqualTo(students);
        assertThat(after.get(age).charges() - before.get(age).charges()).isEqualTo(charges);
        assertThat(after.get(age).amount().minus(before.get(age).amount())).isEqualTo(cad(amount));
    }

    private List<Receivable> receivablesOf(Set<StudentNumber> students) {
        return office.overview().receivables(VIEWER, DAY).owing().stream()
                .filter(each -> students.contains(each.student().number()))
                .toList();
    }

    private static Receivable receivable(
            StudentNumber student, String name, String young, String older, String balance) {
        return new Receivable(
                new StudentSnapshot(student, name, "9", "9A"),
                Map.of(
                        Age.NOT_DUE, cad(young),
                        Age.TO_30, cad("0.00"),
                        Age.TO_60, cad(older),
                        Age.TO_90, cad("0.00"),
                        Age.OVER_90, cad("0.00")),
                new AccountBalance(student, cad(balance), cad(young).plus(cad(older))));
    }
}
