package org.openadmin.fees.internal.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.CAD;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.overview.FeesOverview.Age;
import org.openadmin.fees.api.overview.FeesOverview.Band;
import org.openadmin.fees.api.overview.FeesOverview.Figures;
import org.openadmin.fees.api.overview.FeesOverview.Month;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.journal.JpaMonthSummaries;
import org.openadmin.fees.internal.schema.LegacyDatabase;
import org.openadmin.fees.testkit.Kit;

/** The overview agrees with the accounts and the months, whatever rows the journal contains. */
class FeesOverviewDatabaseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 8);
    private static DatabaseOffice office;
    private static JpaFeesOverview overview;

    @BeforeAll
    static void open() {
        office = new DatabaseOffice(60);
        overview = new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void emptyJournal() {
        office.administrator.execute("DELETE FROM fees_jrl");
    }

    @Test
    void anEmptyJournalIsAllZero() {
        Figures figures = overview.figures(VIEWER, TODAY);

        assertThat(figures.balance()).isEqualTo(cad("0.00"));
        assertThat(figures.bands()).extracting(Band::age).containsExactly(Age.values());
        assertThat(figures.months()).hasSize(12);
        assertThat(figures.months().get(0).month()).isEqualTo(YearMonth.of(2025, 10));
        assertThat(figures.months().get(11).month()).isEqualTo(YearMonth.of(2026, 9));
        assertThat(figures.receiptsToday() + figures.studentsOwing()).isZero();
        assertThat(overview.receivables(VIEWER, TODAY).owing()).isEmpty();
    }

    @Test
    void agesChargesByTheDayToTheDay() {
        charge(100, TODAY.plusDays(9), "1.00");
        charge(100, TODAY.minusDays(30), "2.00");
        charge(100, TODAY.minusDays(31), "4.00");
        charge(101, TODAY.minusDays(60), "8.00");
        charge(101, TODAY.minusDays(61), "16.00");
        charge(101, TODAY.minusDays(90), "32.00");
        charge(101, TODAY.minusDays(91), "64.00");
        charge(102, null, "128.00");
        insert(103, TODAY.minusDays(91), "chg", "256.00", 999L, null);

        assertThat(overview.figures(VIEWER, TODAY).bands())
                .containsExactly(
                        new Band(Age.NOT_DUE, 1, 1, cad("1.00")),
                        new Band(Age.TO_30, 1, 1, cad("2.00")),
                        new Band(Age.TO_60, 2, 2, cad("12.00")),
                        new Band(Age.TO_90, 1, 2, cad("48.00")),
                        new Band(Age.OVER_90, 2, 2, cad("192.00")));
    }

    @Test
    void todayIsWhatCameInLessWhatWentOut() {
        insert(100, TODAY, "pay", "-50.00", 1L, null);
        insert(100, TODAY, "roa", "-30.00", 2L, null);
        insert(100, TODAY.plusDays(1), "void", "50.00", null, "pay");
        insert(100, TODAY.minusDays(1), "pay", "-7.00", 3L, null);
        insert(100, TODAY, "refund", "5.00", null, null);
        charge(101, TODAY, "11.00");
        charge(101, TODAY.minusDays(1), "13.00");
        insert(102, LocalDate.of(2026, 8, 31), "chg", "40.00", 9L, null);
        insert(102, LocalDate.of(2026, 9, 30), "waive", "-40.00", null, null);

        Figures figures = overview.figures(VIEWER, TODAY);

        assertThat(figures.receiptsToday()).isEqualTo(2);
        assertThat(figures.receivedToday()).isEqualTo(cad("75.00"));
        assertThat(figures.chargedToday()).isEqualTo(cad("11.00"));
        assertThat(figures.receivedThisMonth()).isEqualTo(cad("32.00"));
        assertThat(figures.months().get(10)).isEqualTo(new Month(YearMonth.of(2026, 8), cad("40.00"), cad("0.00")));
        assertThat(figures.months().get(11)).isEqualTo(new Month(YearMonth.of(2026, 9), cad("-16.00"), cad("32.00")));
        assertThat(figures.outstanding()).isEqualTo(cad("24.00"));
        assertThat(figures.credit()).isEqualTo(cad("32.00"));
        assertThat(figures.studentsOwing()).isEqualTo(1);
    }

    @Test
    void listsWhoOwesByNameAndThoseWhoAreGoneBehind() {
        String rows = office.ask("SELECT CONCAT(lastname, ', ', firstname) FROM fees_student WHERE studnum = 105");
        charge(105, TODAY, "10.00");
        charge(105, TODAY.minusDays(40), "20.00");
        insert(105, TODAY, "roa", "-5.00", 1L, null);
        for (int student = 106; student < 120; student++) {
            charge(student, TODAY, "1.00");
        }
        charge(90_001, TODAY, "3.00");
        charge(90_002, TODAY, "4.00");
        office.administrator.execute("UPDATE fees_jrl SET student_name = 'Gone, Girl', student_grade = '12',"
                + " student_homeroom = '12A' WHERE studnum = 90002");
        insert(90_002, TODAY, "roa", "-1.00", 2L, null);

        List<Receivable> all = overview.receivables(VIEWER, TODAY).owing();

        Receivable one = all.stream()
                .filter(each -> each.student().number().journalNumber() == 105)
                .findFirst()
                .orElseThrow();
        assertThat(one.student().name()).startsWith(rows);
        assertThat(one.outstanding())
                .isEqualTo(Map.of(
                        Age.NOT_DUE, cad("10.00"),
                        Age.TO_30, cad("0.00"),
                        Age.TO_60, cad("20.00"),
                        Age.TO_90, cad("0.00"),
                        Age.OVER_90, cad("0.00")));
        assertThat(one.account().balance()).isEqualTo(cad("25.00"));
        assertThat(one.account().credit()).isEqualTo(cad("5.00"));
        assertThat(all).hasSize(17);
        assertThat(all.subList(15, 17))
                .extracting(each ->
                        each.student().nameOrNumber() + " " + each.student().grade() + " "
                                + each.account().balance().toPlainString())
                .containsExactly("#90001  3.00", "Gone, Girl 12 3.00");
        assertThat(all.subList(0, 15).stream()
                        .map(each -> each.student().number().toString())
                        .collect(Collectors.joining(",")))
                .isEqualTo(office
                        .students
                        .in(Audience.Group.parse(
                                GroupKind.STUDENT, "105 106 107 108 109 110 111 112 113 114 115 116 117 118 119"))
                        .stream()
                        .map(student -> student.number().toString())
                        .collect(Collectors.joining(",")));
    }

    @Test
    void remembersThoseWhoAreGoneByTheirLastRowWithAName() {
        charge(90_003, TODAY, "1.00");
        office.administrator.execute("UPDATE fees_jrl SET student_name = 'Older, Name', student_grade = '7'");
        charge(90_003, TODAY, "2.00");
        office.administrator.execute(
                "UPDATE fees_jrl SET student_name = 'Later, Name', student_grade = '8' WHERE student_name IS NULL");
        charge(90_003, TODAY, "4.00");
        charge(90_003, TODAY, "8.00");
        office.administrator.execute("UPDATE fees_jrl SET student_name = '' WHERE total = 8");
        charge(90_004, TODAY, "16.00");

        assertThat(overview.receivables(VIEWER, TODAY).owing())
                .extracting(each ->
                        each.student().nameOrNumber() + " " + each.student().grade() + " "
                                + each.account().outstanding().toPlainString())
                .containsExactly("Later, Name 8 15.00", "#90004  16.00");
    }

    @Test
    void leavesOutWhatBelongsToNobody() {
        charge(0, TODAY, "7.00");
        charge(-5, TODAY, "9.00");
        office.administrator.execute(
                "INSERT INTO fees_jrl (trans_date, trans_type, total) VALUES ('" + TODAY + "', 'chg', 11.00)");
        charge(104, TODAY, "2.00");
        insert(105, TODAY, "roa", "-1.00", 1L, null);

        Figures figures = overview.figures(VIEWER, TODAY);

        assertThat(figures.outstanding()).isEqualTo(cad("2.00"));
        assertThat(figures.balance()).isEqualTo(cad("1.00"));
        assertThat(figures.studentsOwing()).isEqualTo(1);
        assertThat(overview.receivables(VIEWER, TODAY).owing()).hasSize(1);
    }

    @Test
    void agreesWithEveryAccountAndMonthOfAnOldJournal() {
        try (DatabaseOffice old = new DatabaseOffice(LegacyDatabase::load, 2)) {
            LocalDate day = LocalDate.parse(old.ask("SELECT MAX(trans_date) FROM fees_jrl"));
            JpaFeesOverview theirs = new JpaFeesOverview(old.transactions, old.settings, Kit.CLOCK);
            Figures figures = theirs.figures(VIEWER, day);

            List<AccountBalance> accounts = old.accounts.balances();
            assertThat(figures.outstanding()).isEqualTo(sum(accounts, AccountBalance::outstanding));
            assertThat(figures.credit()).isEqualTo(sum(accounts, AccountBalance::credit));
            assertThat(figures.balance()).isEqualTo(sum(accounts, AccountBalance::balance));
            assertThat(figures.studentsOwing()).isEqualTo((int) accounts.stream()
                    .filter(account -> account.balance().isPositive())
                    .count());
            assertThat(theirs.receivables(VIEWER, day).owing())
                    .extracting(Receivable::account)
                    .containsExactlyInAnyOrderElementsOf(accounts.stream()
                            .filter(account -> account.outstanding().isPositive())
                            .toList());
            JpaMonthSummaries months = new JpaMonthSummaries(old.transactions, old.settings);
            assertThat(figures.months())
                    .allSatisfy(month -> assertThat(month.charged().minus(month.received()))
                            .isEqualTo(months.of(VIEWER, month.month()).total()));
        }
    }

    @Test
    void isRefusedToThoseWithoutARole() {
        Actor nobody = new Actor("nobody", Set.of());

        assertThatThrownBy(() -> overview.figures(nobody, TODAY)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> overview.receivables(nobody, TODAY)).isInstanceOf(NotAllowedException.class);
    }

    private static Money sum(List<AccountBalance> accounts, Function<AccountBalance, Money> of) {
        return accounts.stream().map(of).reduce(Money.of(BigDecimal.ZERO, CAD), Money::plus);
    }

    private static void charge(int student, LocalDate date, String total) {
        insert(student, date, "chg", total, null, null);
    }

    /** @param voids the kind of row that this one corrects: the student's newest row of that kind */
    private static void insert(int student, LocalDate date, String kind, String total, Long paidId, String voids) {
        String reverses = voids == null
                ? "NULL"
                : office.ask("SELECT MAX(id) FROM fees_jrl WHERE studnum = " + student + " AND trans_type = '" + voids
                        + "'");
        office.administrator.execute(
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, total, paid_id, reverses_id) VALUES ("
                        + student + ", " + (date == null ? "NULL" : "'" + date + "'") + ", '" + kind + "', " + total
                        + ", " + paidId
                        + ", " + reverses + ")");
    }
}
