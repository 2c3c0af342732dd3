package org.openadmin.fees.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountStatement.Line;
import org.openadmin.fees.api.accounts.StatementRequest;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.schema.LegacyDatabase;

/** An account with tens of thousands of rows, such as one that a school uses for all its sales at the door. */
class LargeAccountDatabaseTest {

    private static final int PAIRS = 30_000;
    private static final StudentNumber STUDENT = new StudentNumber(103);

    private static DatabaseOffice office;

    /** Each charge is settled by a payment of its own. */
    @BeforeAll
    static void open() {
        office = new DatabaseOffice(LegacyDatabase::load, 10);
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
    void itsHistoryIsComplete() {
        List<Line> lines = office.statements.history(VIEWER, STUDENT).lines();

        assertThat(lines).hasSize(2 * PAIRS);
        assertThat(lines.get(lines.size() - 1).balance()).isEqualTo(cad("0.00"));
        assertThat(lines)
                .filteredOn(line -> line.entry().kind() == EntryKind.PAYMENT)
                .hasSize(PAIRS)
                .allSatisfy(line -> assertThat(line.entry().description()).isEqualTo("Door sale"));
    }

    @Test
    void aStatementAndAPageOfTheJournalAreRead() {
        LocalDate day = LocalDate.of(2026, 9, 8);

        assertThat(office.statements
                        .statement(new StatementRequest(VIEWER, STUDENT, day, day))
                        .lines())
                .hasSize(2 * PAIRS);
        assertThat(office.journal.entries(
                        VIEWER, JournalQuery.everything().ofStudent(STUDENT), new Page(2 * PAIRS - 50, 50)))
                .hasSize(50);
    }
}
