package org.openadmin.fees.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountLines;
import org.openadmin.fees.api.accounts.AccountLines.Line;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;

/** An account with tens of thousands of rows, such as one that a school uses for all its sales at the door. */
class LargeAccountDatabaseTest {

    private static final int PAIRS = 30_000;
    private static final int PAGE = 100;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 8);
    private static final StudentNumber STUDENT = new StudentNumber(103);

    private static DatabaseOffice office;

    /** Each charge is settled by a payment of its own. */
    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 1);
        office.administrator.execute(
                "DELETE FROM fees_jrl WHERE studnum = 103",
                "INSERT INTO fees_jrl (id, studnum, trans_type, name, trans_date, total, paid_id)"
                        + " SELECT 1000000 + seq, 103, 'chg', 'Door sale', '2026-09-08', 2.00, 2000000 + seq"
                        + " FROM seq_1_to_" + PAIRS,
                "INSERT INTO fees_jrl (id, studnum, trans_type, name, description, trans_date, total)"
                        + " SELECT 2000000 + seq, 103, 'pay', 'Payment', 1000000 + seq, '2026-09-08', -2.00"
                        + " FROM seq_1_to_" + PAIRS);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void aPageReadsItsOwnRowsAndOneIndex() {
        int last = 2 * PAIRS - PAGE;
        for (int offset : new int[] {0, PAIRS, last}) {
            long statements = status("Questions");
            long rows = status("Rows_read");

            AccountLines page = office.statements.lines(VIEWER, AccountPeriod.all(STUDENT), new Page(offset, PAGE));

            assertThat(page.lines()).hasSize(PAGE);
            assertThat(status("Questions") - statements).isLessThanOrEqualTo(12);
            // the index twice: for the sequence, and for the balance before the page
            assertThat(status("Rows_read") - rows).isLessThan(2 * 2 * PAIRS + 20 * PAGE);
        }
    }

    @Test
    void thePagesAreTheAccountWithItsRunningBalance() {
        Money balance = cad("0.00");
        Set<Long> seen = new HashSet<>();
        for (int offset = 0; offset < 2 * PAIRS; offset += 20_000) {
            AccountLines page = office.statements.lines(VIEWER, AccountPeriod.all(STUDENT), new Page(offset, PAGE));
            for (Line line : page.lines()) {
                assertThat(seen.add(line.entry().id())).isTrue();
            }
            // all charges come before all payments
            int charged = Math.min(offset, PAIRS);
            assertThat(page.opening()).isEqualTo(cad(2 * charged - 2 * (offset - charged) + ".00"));
        }
        AccountLines end =
                office.statements.lines(VIEWER, AccountPeriod.all(STUDENT), new Page(2 * PAIRS - PAGE, PAGE));
        assertThat(end.closing()).isEqualTo(balance);
        assertThat(end.related()).hasSize(PAGE).allMatch(entry -> entry.kind() == EntryKind.CHARGE);
        assertThat(end.lines())
                .allSatisfy(line -> assertThat(line.entry().description()).isEqualTo("Door sale"));
    }

    @Test
    void countsAndSumsAreReadWithoutTheRows() {
        long statements = status("Questions");
        long rows = status("Rows_read");

        AccountHistory history = office.statements.history(VIEWER, STUDENT);
        AccountStatement day = office.statements.statement(new StatementRequest(VIEWER, STUDENT, DAY, DAY));

        assertThat(status("Questions") - statements).isLessThanOrEqualTo(8);
        assertThat(status("Rows_read") - rows).isLessThan(3 * 2 * PAIRS + 1_000);
        assertThat(history.transactions()).isEqualTo(2 * PAIRS);
        assertThat(history.outstanding()).isZero();
        assertThat(history.account().balance()).isEqualTo(cad("0.00"));
        assertThat(day.transactions()).isEqualTo(2 * PAIRS);
        assertThat(day.closing()).isEqualTo(cad("0.00"));
    }

    @Test
    void anExportReadsEachRowOnceAndHoldsOnlyAFewOfThem() {
        StatementRequest request = new StatementRequest(VIEWER, STUDENT, DAY, DAY);
        long rows = status("Rows_read");
        List<Integer> parts = new ArrayList<>();
        List<Money> balances = new ArrayList<>();

        office.statements.forEach(VIEWER, request.period(), account -> {
            parts.add(account.lines().size());
            balances.add(account.closing());
        });

        assertThat(parts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2 * PAIRS);
        assertThat(parts).allMatch(size -> size <= Page.MAX_LIMIT);
        assertThat(balances).endsWith(cad("0.00")).contains(cad("60000.00"));
        // as many for each row as on a page, however many rows there are
        assertThat(status("Rows_read") - rows).isLessThan(25 * 2 * PAIRS);
    }

    @Test
    void aPageOfTheJournalIsRead() {
        assertThat(office.journal.entries(
                        VIEWER, JournalQuery.everything().ofStudent(STUDENT), new Page(2 * PAIRS - 50, 50)))
                .hasSize(50);
    }

    @Test
    void aPageOfItsOutstandingChargesIsRead() {
        office.administrator.execute("INSERT INTO fees_jrl (id, studnum, trans_type, name, trans_date, total)"
                + " SELECT 3000000 + seq, 104, 'chg', 'Locker', '2026-09-08', 2.00 FROM seq_1_to_" + PAIRS);
        JournalQuery outstanding = JournalQuery.outstandingOf(new StudentNumber(104));
        long statements = status("Questions");

        assertThat(office.journal.entries(VIEWER, outstanding, new Page(PAIRS - 50, 50)))
                .hasSize(50)
                .allMatch(JournalEntry::isOutstanding);
        assertThat(status("Questions") - statements).isLessThanOrEqualTo(6);
    }

    /** A counter of the server for the pool's only connection. */
    private static long status(String counter) {
        try (Connection connection = office.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SHOW SESSION STATUS LIKE '" + counter + "'")) {
            result.next();
            return result.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
