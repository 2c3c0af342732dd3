package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Ten years of a school of 10,000 students in a journal of any size: the more rows, the more charges and payments each student has had.
 * What is not closed is the same in each: the last month with a charge for everybody, and the four last charges of each student, of which
 * half of the students have paid, reversed or waived one. Payments are for two charges each; there is money on account, and one correction
 * for each student.
 */
final class JournalRows {

    static final int STUDENTS = 10_000;
    static final LocalDate TODAY = LocalDate.of(2026, 7, 20);
    static final LocalDate DAY_OF_LAST_FEE = LocalDate.of(2026, 7, 6);

    /** Different fees; they are charged again and again. */
    private static final int FEES = 65;

    private static final int OPEN = 4;
    private static final int CORRECTIONS = 1;

    private static final String STUDENT = "STRAIGHT_JOIN bench_student s";
    /** Inserts the rows in the order of their ids; a join buffer would change it. */
    private static final String INSERT = "SET STATEMENT join_cache_level = 0 FOR"
            + " INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description,"
            + " total, recorded_at, recorded_by, student_name, student_grade, student_homeroom";

    private static final String NAMES = ", s.name, s.grade, s.homeroom";
    private static final String BY = ", '2026-07-01T08:00:00.000Z', ";

    final int payments;
    final int charges;
    final int onAccount;

    /** @param rows the rows of the journal, a multiple of 10,000 and at least 100,000 */
    JournalRows(int rows) {
        int each = rows / STUDENTS;
        if (rows % STUDENTS != 0 || each < 10) {
            throw new IllegalArgumentException("Not a size for this journal: " + rows);
        }
        payments = (each - OPEN - 3) / 3;
        charges = 2 * payments + OPEN;
        onAccount = each - charges - payments - CORRECTIONS;
    }

    int rows() {
        return STUDENTS * (charges + payments + onAccount + CORRECTIONS);
    }

    int receipts() {
        return STUDENTS * (payments + onAccount);
    }

    /** Adds the rows. The indexes are made afterwards, all at once, which takes a tenth of the time. */
    void fill(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> indexes = dropIndexes(statement);
            for (String sql : statements()) {
                statement.execute(sql);
            }
            statement.execute("ALTER TABLE fees_jrl " + String.join(", ", indexes));
            statement.execute("ANALYZE TABLE fees_jrl, fees_run, fees_run_line");
        }
    }

    /** @return what adds them again */
    private static List<String> dropIndexes(Statement statement) throws SQLException {
        List<String> add = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        try (ResultSet found = statement.executeQuery(
                "SELECT index_name, MIN(non_unique), GROUP_CONCAT(column_name, COALESCE(CONCAT('(', sub_part, ')'), '')"
                        + " ORDER BY seq_in_index) FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " AND table_name = 'fees_jrl' AND index_name <> 'PRIMARY' GROUP BY index_name")) {
            while (found.next()) {
                drop.add("DROP INDEX " + found.getString(1));
                add.add((found.getInt(2) == 0 ? "ADD UNIQUE INDEX " : "ADD INDEX ") + found.getString(1) + " ("
                        + found.getString(3) + ")");
            }
        }
        statement.execute("ALTER TABLE fees_jrl " + String.join(", ", drop));
        return add;
    }

    private List<String> statements() {
        int firstPayment = STUDENTS * charges;
        int firstOnAccount = firstPayment + STUDENTS * payments;
        int firstCorrection = firstOnAccount + STUDENTS * onAccount;
        int corrected = 2 * payments;
        String date = "DATE '2016-09-06' + INTERVAL FLOOR(%s * 3560 / " + (charges - 2) + ") DAY";
        String amount = "(20 + (%s) %% " + FEES + ")";
        String total = amount + " * 1.05";
        String recorded = ", CONCAT(%s, 'T15:00:00.000Z'), ";
        String charged = "IF(b.seq = " + (charges - 1) + ", DATE '" + DAY_OF_LAST_FEE + "', "
                + String.format(date, "b.seq") + ")";
        String paid = String.format(date, "(2 * k.seq + 1)") + " + INTERVAL 5 + n % 20 DAY";
        String onAccountOn =
                "IF(r.seq = " + (onAccount - 1) + " AND n % 10 < 3, DATE '2026-07-01' + INTERVAL n % 15 DAY,"
                        + " DATE '2026-06-01' + INTERVAL n % 20 DAY)";
        String correctedOn = "DATE '2026-06-25' + INTERVAL n % 5 DAY";
        String correctedTotal = String.format(total, corrected);
        return List.of(
                "CREATE TABLE bench_student (n INT PRIMARY KEY, studnum INT, name VARCHAR(512), grade VARCHAR(32),"
                        + " homeroom VARCHAR(32))",
                "INSERT INTO bench_student SELECT ROW_NUMBER() OVER (ORDER BY studnum), studnum,"
                        + " CONCAT(lastname, ', ', firstname), grade, homeroom FROM fees_student LIMIT " + STUDENTS,
                "INSERT INTO fees_predefined (id, name, description, amount, discount, tax1_flag)"
                        + " SELECT seq + 1, CONCAT('Fee ', seq), '', 20 + seq, 0, 'Y' FROM seq_0_to_" + (FEES - 1),
                // charge b of student n is row 10000 b + n
                INSERT + ", batch_id, predefined_id, subtotal, tax1, tax1_name, tax1_rate, discount, paid_id)"
                        + " SELECT 10000 * b.seq + n, studnum, " + charged + ", 'chg', CONCAT('Fee ', b.seq % " + FEES
                        + "), '', "
                        + String.format(total, "b.seq") + String.format(recorded, charged) + "'clerk'" + NAMES
                        + ", b.seq + 1, b.seq % " + FEES + " + 1, " + String.format(amount, "b.seq") + ", "
                        + String.format(amount, "b.seq") + " * 0.05, 'GST', 5, 0, CASE WHEN b.seq < " + corrected
                        + " THEN "
                        + firstPayment + " + 10000 * FLOOR(b.seq / 2) + n WHEN b.seq = " + corrected
                        + " AND n % 4 IN (1, 2) THEN "
                        + firstCorrection + " + n END FROM seq_0_to_" + (charges - 1) + " b " + STUDENT,
                // payment k is for the charges 2 k and 2 k + 1
                INSERT + ", paid_id, method, reference)"
                        + " SELECT " + firstPayment + " + 10000 * k.seq + n, studnum, " + paid + ", 'pay', 'Payment',"
                        + " CONCAT(20000 * k.seq + n, ',', 20000 * k.seq + 10000 + n), -("
                        + String.format(total, "2 * k.seq")
                        + " + " + String.format(total, "2 * k.seq + 1") + ")" + String.format(recorded, paid)
                        + "CONCAT('cashier', n % 7)" + NAMES + ", 10000 * k.seq + n, 'cash', ''"
                        + " FROM seq_0_to_" + (payments - 1) + " k " + STUDENT,
                INSERT + ", paid_id, method, reference)"
                        + " SELECT " + firstOnAccount + " + 10000 * r.seq + n, studnum, " + onAccountOn
                        + ", 'roa', 'Payment',"
                        + " '', -10" + String.format(recorded, onAccountOn) + "CONCAT('cashier', n % 7)" + NAMES + ", "
                        + (STUDENTS * payments) + " + 10000 * r.seq + n, 'cheque', n FROM seq_0_to_" + (onAccount - 1)
                        + " r "
                        + STUDENT,
                INSERT + ", reverses_id, method)"
                        + " SELECT " + firstCorrection + " + n, studnum, " + correctedOn + ","
                        + " ELT(1 + n % 4, 'void', 'rev', 'waive', 'refund'), 'Correction', 'A reason', ELT(1 + n % 4, 10, -"
                        + correctedTotal + ", -" + correctedTotal + ", 5)" + String.format(recorded, correctedOn)
                        + "'head'" + NAMES
                        + ", ELT(1 + n % 4, " + firstOnAccount + " + n, " + STUDENTS * corrected + " + n, "
                        + STUDENTS * corrected + " + n, NULL), 'cash' FROM bench_student s",
                "INSERT INTO fees_batch (id, request_key, predefined_id, name, trans_date, each_total, audience, charges,"
                        + " already_charged, total, recorded_at, recorded_by) SELECT batch_id, UUID(), predefined_id, name, trans_date,"
                        + " total, 'grade', COUNT(*), 0, SUM(total)" + BY
                        + "'clerk' FROM fees_jrl WHERE trans_type = 'chg'"
                        + " GROUP BY batch_id",
                "UPDATE fees_counter SET value = IF(name = 'receipt', " + receipts() + ", " + charges
                        + ") WHERE name IN ('receipt', 'batch')",
                // monthly invoice runs for all students over two years
                "INSERT INTO fees_run (id, request_key, channel, state, invoice_date, audience, sorted_by, invoices, pages,"
                        + " charged, credit, problem, started_at, alive_at, ended_at, started_by)"
                        + " SELECT seq, UUID(), 'print', 'done', '2026-07-01', '', 'name', 10000, 10000, 0, 0, ''" + BY
                        + "'2026-07-01T08:00:00.000Z', '2026-07-01T08:00:00.000Z', 'clerk' FROM seq_1_to_24",
                "INSERT INTO fees_run_line (run_id, studnum, student_name, student_grade, student_homeroom, outcome, due,"
                        + " recipient, detail) SELECT r.id, studnum, s.name, s.grade, s.homeroom, 'invoiced', 10, '', ''"
                        + " FROM fees_run r " + STUDENT);
    }
}
