package org.openadmin.fees.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountLines.Line;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.accounts.Statements.AccountHolder;
import org.openadmin.fees.api.accounts.Statements.AccountMatch;
import org.openadmin.fees.api.accounts.Statements.State;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;

/** The accounts of a school with old data: of active students, of withdrawn ones, and of those deleted from the portal. */
class StatementsDatabaseTest {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final StudentNumber PURGED = new StudentNumber(109);
    private static final StudentNumber LEFT = new StudentNumber(90001);
    private static final StudentNumber HOSTILE = new StudentNumber(90002);
    private static final StudentNumber WITHDRAWN = new StudentNumber(90003);
    private static final String LONG = "x".repeat(80);
    private static DatabaseOffice office;

    /** Two students are charged and then deleted from the portal; the journal has their names. */
    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 10);
        String student = "INSERT INTO student (studnum, lastname, firstname, initial, grade, homeroom) VALUES ";
        office.administrator.execute(
                "ALTER TABLE student CONVERT TO CHARACTER SET utf8mb4",
                "ALTER TABLE student MODIFY lastname VARCHAR(255), MODIFY firstname VARCHAR(255)",
                student + "(90001, 'Zwölfer', 'Inès', 'M', '9', '9Z')",
                student + "(90002, 'O''<b>%_ 😀', 'مدرسة " + LONG + "', '', '9', '9Z')",
                "INSERT INTO studentwd (studnum, lastname, firstname, initial, grade, homeroom)"
                        + " VALUES (90003, 'Zwillig', 'Anna', '', '9', '9Z')");
        office.charge(LEFT, "Trip", "30.00");
        office.charge(HOSTILE, "Trip", "30.00");
        office.administrator.execute("DELETE FROM student WHERE studnum IN (90001, 90002)");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void closesEachHistoryWithTheBalanceOfTheAccount() {
        Map<Integer, BigDecimal> closing = new TreeMap<>();
        Map<Integer, BigDecimal> outstanding = new TreeMap<>();
        Map<Integer, BigDecimal> balances = LegacyDatabase.amounts("balance");
        for (int number : balances.keySet()) {
            AccountHistory history = office.statements.history(VIEWER, new StudentNumber(number));
            closing.put(number, cad("0").amount());
            lines(AccountPeriod.all(new StudentNumber(number)))
                    .forEach(line -> closing.put(number, line.balance().amount()));
            outstanding.put(number, history.account().outstanding().amount());
            assertThat(history.account()).isEqualTo(office.accounts.balance(new StudentNumber(number)));
        }

        assertThat(closing).isEqualTo(balances).hasSize(120);
        assertThat(outstanding).isEqualTo(LegacyDatabase.amounts("outstanding"));
    }

    @Test
    void cutsAHistoryIntoStatementsThatFollowEachOther() {
        StudentNumber student = new StudentNumber(103);
        office.administrator.execute(
                "INSERT INTO fees_jrl (studnum, trans_type, name, total)" + " VALUES (103, 'chg', 'No date', 5.00)");
        List<Line> history = lines(AccountPeriod.all(student));
        LocalDate middle = history.get(history.size() / 2).entry().date().orElseThrow();

        AccountStatement before = statement(student, FIRST, middle.minusDays(1));
        AccountStatement after = statement(student, middle, LAST);

        assertThat(history.get(0).entry().name()).isEqualTo("No date");
        assertThat(before.opening()).isEqualTo(cad("5.00"));
        assertThat(after.opening()).isEqualTo(before.closing());
        int cut = 1 + before.transactions();
        assertThat(lines(period(student, FIRST, middle.minusDays(1)))).isEqualTo(history.subList(1, cut));
        assertThat(lines(period(student, middle, LAST))).isEqualTo(history.subList(cut, history.size()));
        assertThat(after.closing()).isEqualTo(office.accounts.balance(student).balance());
        office.administrator.execute("DELETE FROM fees_jrl WHERE name = 'No date'");
    }

    @Test
    void tellsAPeriodInWhichNothingHappened() {
        AccountStatement quiet = statement(LEFT, DatabaseOffice.DAY.plusDays(1), LAST);

        assertThat(quiet.transactions()).isZero();
        assertThat(quiet.opening()).isEqualTo(cad("30.00")).isEqualTo(quiet.closing());
        assertThat(statement(LEFT, DatabaseOffice.DAY, DatabaseOffice.DAY).transactions())
                .isEqualTo(1);
        assertThat(statement(LEFT, FIRST, DatabaseOffice.DAY.minusDays(1)).closing())
                .isEqualTo(cad("0.00"));
    }

    @Test
    void findsStudentsOfTheHostBeforeThoseWhoAreGone() {
        assertThat(office.statements.search(VIEWER, "zw", 10).matches())
                .extracting(AccountMatch::holder)
                .extracting(holder -> holder.student().number() + " " + holder.state())
                .endsWith("90003 WITHDRAWN", "90001 NOT_IN_HOST");
        assertThat(office.statements.search(VIEWER, "zw", 1).matches()).hasSize(1);
        assertThat(office.statements.search(VIEWER, "garc", 10).matches())
                .isNotEmpty()
                .allMatch(match -> match.holder().state() != State.NOT_IN_HOST);
    }

    @Test
    void findsTheForgottenTheWayAnOfficeSearches() {
        for (String query :
                List.of("ZWOLFER", "Zwölfer, i", "zwolfer, ines m", "Inès Zwö", "inès", "zi", "IMZ", "zim")) {
            assertThat(numbers(query)).as(query).contains(LEFT);
        }
        assertThat(numbers("90001")).containsExactly(LEFT);
        assertThat(numbers("9000")).containsExactly(WITHDRAWN, HOSTILE, LEFT);
        assertThat(numbers("109")).containsExactly(PURGED);
        assertThat(numbers("zwolfer, x")).isEmpty();
        assertThat(numbers("olfer")).isEmpty();
    }

    @Test
    void takesHostileNamesForWhatTheyAre() {
        for (String query : List.of("O'<b>%_ 😀", "O'<b>%_ 😀, مدرسة", "مدرسة " + LONG)) {
            assertThat(numbers(query)).as(query).containsExactly(HOSTILE);
        }
        for (String query : List.of("%", "_", "|", "' OR 1=1 --", "\\", LONG.repeat(4), "0", "z%r, i")) {
            assertThat(numbers(query)).as(query).isEmpty();
        }
    }

    @Test
    void listsEverybodyOnce() {
        assertThat(numbers("")).doesNotHaveDuplicates().contains(PURGED, LEFT, HOSTILE, WITHDRAWN);
    }

    @Test
    void tellsWhoHoldsAnAccount() {
        AccountHolder gone = office.statements.holder(VIEWER, LEFT);

        assertThat(gone.state()).isEqualTo(State.NOT_IN_HOST);
        assertThat(gone.student().name()).isEqualTo("Zwölfer, Inès M");
        assertThat(gone.student().homeroom()).isEqualTo("9Z");
        assertThat(office.statements.holder(VIEWER, WITHDRAWN).state()).isEqualTo(State.WITHDRAWN);
        assertThat(office.statements.holder(VIEWER, new StudentNumber(103)).state())
                .isEqualTo(State.ACTIVE);
        assertThat(office.statements.holder(VIEWER, PURGED).student().nameOrNumber())
                .isEqualTo("#109");
        assertThat(office.statements.history(VIEWER, WITHDRAWN).transactions()).isZero();
        assertThatThrownBy(() -> office.statements.holder(VIEWER, new StudentNumber(4711)))
                .isInstanceOf(UnknownStudentException.class);
        assertThatThrownBy(() -> statement(new StudentNumber(4711), FIRST, LAST))
                .isInstanceOf(UnknownStudentException.class);
        assertThatThrownBy(() -> office.statements.history(VIEWER, new StudentNumber(4711)))
                .isInstanceOf(UnknownStudentException.class);
    }

    @Test
    void printsTheRememberedNameOnTheReceiptOfAStudentWhoIsGone() {
        try (DatabaseOffice counter = new DatabaseOffice(LegacyDatabase::load, 2)) {
            counter.administrator.execute(
                    "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, total, student_name, student_grade)"
                            + " VALUES (90009, '2026-09-08', 'chg', 'Trip', 30.00, 'Gone, Gil', '9')");

            assertThat(counter.cashier
                            .receive(payment(new StudentNumber(90009), "30.00"))
                            .student()
                            .name())
                    .isEqualTo("Gone, Gil");
        }
    }

    @Test
    void isForThoseWithARole() {
        Actor nobody = new Actor("nobody", Set.of());

        assertThatThrownBy(() -> office.statements.search(nobody, "", 10)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.statements.holder(nobody, LEFT)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.statements.history(nobody, LEFT)).isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> office.statements.statement(new StatementRequest(nobody, LEFT, FIRST, LAST)))
                .isInstanceOf(NotAllowedException.class);
    }

    private static AccountStatement statement(StudentNumber student, LocalDate from, LocalDate to) {
        return office.statements.statement(new StatementRequest(VIEWER, student, from, to));
    }

    private static AccountPeriod period(StudentNumber student, LocalDate from, LocalDate to) {
        return new AccountPeriod(student, Optional.of(from), Optional.of(to));
    }

    private static List<Line> lines(AccountPeriod period) {
        return office.statements
                .lines(VIEWER, period, Page.first(Page.MAX_LIMIT))
                .lines();
    }

    private static List<AccountNumber> numbers(String query) {
        return office.statements.search(VIEWER, query, 1000).matches().stream()
                .map(match -> match.holder().student().number())
                .toList();
    }
}
