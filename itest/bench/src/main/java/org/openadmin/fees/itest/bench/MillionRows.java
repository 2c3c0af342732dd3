package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * Ten years of a school of 10,000 students in 1,000,000 valid journal rows. Each student has 65 charges, of which 58
 * have been settled by payments for two charges each, money on account, and one correction.
 */
final class MillionRows {

    static final int STUDENTS = 10_000;
    static final LocalDate DAY_OF_LAST_FEE = LocalDate.of(2016, 9, 6).plusDays(55 * 64);

    private static final String STUDENT = "STRAIGHT_JOIN bench_student s";
    /** Inserts the rows in the order of their ids; a join buffer would change it. */
    private static final String INSERT = "SET STATEMENT join_cache_level = 0 FOR"
            + " INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description,"
            + " total, recorded_at, recorded_by, student_name, student_grade, student_homeroom";

    private static final String BY = ", '2026-07-01T08:00:00.000Z', ";
    private static final String NAMES = ", s.name, s.grade, s.homeroom";

    private static final List<String> STATEMENTS = List.of(
            "CREATE TABLE bench_student (n INT PRIMARY KEY, studnum INT, name VARCHAR(512), grade VARCHAR(32),"
                    + " homeroom VARCHAR(32))",
            "INSERT INTO bench_student SELECT ROW_NUMBER() OVER (ORDER BY studnum), studnum,"
                    + " CONCAT(lastname, ', ', firstname), grade, homeroom FROM fees_student LIMIT " + STUDENTS,
            "INSERT INTO fees_predefined (id, name, description, amount, discount, tax1_flag)"
                    + " SELECT seq + 1, CONCAT('Fee ', seq), '', 20 + seq, 0, 'Y' FROM seq_0_to_64",
            // fee b of student n is row 10000 b + n; payment k of student n is row 650000 + 10000 k + n
            INSERT + ", batch_id, predefined_id, subtotal, tax1, tax1_name, tax1_rate, discount, paid_id)"
                    + " SELECT 10000 * b.seq + n, studnum, DATE '2016-09-06' + INTERVAL 55 * b.seq DAY, 'chg',"
                    + " CONCAT('Fee ', b.seq), '', (20 + b.seq) * 1.05" + BY + "'clerk'" + NAMES
                    + ", b.seq + 1, b.seq + 1, 20 + b.seq, (20 + b.seq) * 0.05, 'GST', 5, 0, CASE"
                    + " WHEN b.seq < 58 THEN 650000 + 10000 * FLOOR(b.seq / 2) + n"
                    + " WHEN b.seq = 58 AND n % 4 IN (1, 2) THEN 990000 + n END"
                    + " FROM seq_0_to_64 b " + STUDENT,
            INSERT + ", paid_id, method, reference)"
                    + " SELECT 650000 + 10000 * k.seq + n, studnum,"
                    + " DATE '2016-09-06' + INTERVAL 110 * k.seq + 65 + n % 40 DAY, 'pay', 'Payment',"
                    + " CONCAT(20000 * k.seq + n, ',', 20000 * k.seq + 10000 + n), -(41 + 4 * k.seq) * 1.05" + BY
                    + "CONCAT('cashier', n % 7)" + NAMES + ", 10000 * k.seq + n, 'cash', ''"
                    + " FROM seq_0_to_28 k " + STUDENT,
            INSERT + ", paid_id, method, reference)"
                    + " SELECT 940000 + 10000 * r.seq + n, studnum,"
                    + " DATE '2025-07-01' + INTERVAL 60 * r.seq + n % 50 DAY, 'roa', 'Payment', '', -10" + BY
                    + "CONCAT('cashier', n % 7)" + NAMES + ", 290000 + 10000 * r.seq + n, 'cheque', n"
                    + " FROM seq_0_to_4 r " + STUDENT,
            INSERT + ", reverses_id, method)"
                    + " SELECT 990000 + n, studnum, DATE '2026-05-01' + INTERVAL n % 50 DAY,"
                    + " ELT(1 + n % 4, 'void', 'rev', 'waive', 'refund'), 'Correction', 'A reason',"
                    + " ELT(1 + n % 4, 10, -81.90, -81.90, 5)" + BY + "'head'" + NAMES
                    + ", ELT(1 + n % 4, 940000 + n, 580000 + n, 580000 + n, NULL), 'cash'"
                    + " FROM bench_student s",
            // each recorded on its date, so that none is late for a past day
            "UPDATE fees_jrl SET recorded_at = CONCAT(trans_date, 'T15:00:00.000Z')",
            "INSERT INTO fees_batch (id, request_key, predefined_id, name, trans_date, each_total, audience, charges,"
                    + " already_charged, total, recorded_at, recorded_by) SELECT batch_id, UUID(), predefined_id, name, trans_date,"
                    + " total, 'grade', COUNT(*), 0, SUM(total)" + BY + "'clerk' FROM fees_jrl WHERE trans_type = 'chg'"
                    + " GROUP BY batch_id",
            "UPDATE fees_counter SET value = IF(name = 'receipt', 340000, 65)",
            // monthly invoice runs for all students over two years
            "INSERT INTO fees_run (id, request_key, channel, state, invoice_date, audience, sorted_by, invoices, pages,"
                    + " charged, credit, problem, started_at, alive_at, ended_at, started_by)"
                    + " SELECT seq, UUID(), 'print', 'done', '2026-07-01', '', 'name', 10000, 10000, 0, 0, ''" + BY
                    + "'2026-07-01T08:00:00.000Z', '2026-07-01T08:00:00.000Z', 'clerk' FROM seq_1_to_24",
            "INSERT INTO fees_run_line (run_id, studnum, student_name, student_grade, student_homeroom, outcome, due,"
                    + " recipient, detail) SELECT r.id, studnum, s.name, s.grade, s.homeroom, 'invoiced', 10, '', ''"
                    + " FROM fees_run r " + STUDENT,
            "ANALYZE TABLE fees_jrl, fees_run, fees_run_line");

    private MillionRows() {}

    static void fill(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
    }
}
