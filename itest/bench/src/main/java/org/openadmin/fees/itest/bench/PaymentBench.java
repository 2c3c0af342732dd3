package org.openadmin.fees.itest.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.accounts.JpaFeeAccounts;
import org.openadmin.fees.internal.billing.JpaFeeCatalogue;
import org.openadmin.fees.internal.payments.JpaCashier;

/** Receives cheques for one charge each: the service, compared with the statements that it makes, as the database logs them. */
final class PaymentBench {

    private static final Actor CASHIER = new Actor("bench", Set.of(Role.CASHIER));
    /** Payments of each run: one alone is too short to be timed. */
    private static final int TOGETHER = 20;
    /** Runs of both that are not timed. A portal has taken hundreds of payments since it was started. */
    private static final int WARM_UP = 20;
    /** Enough for all runs of both. */
    private static final int PAYMENTS = 1_500;

    private static final String ACCOUNT =
            "INSERT INTO fees_account (studnum) VALUES (?) ON DUPLICATE KEY UPDATE changes = changes + 1";
    private static final String REQUEST =
            "SELECT j.id FROM fees_jrl j WHERE j.trans_type IN ('pay', 'roa') AND j.paid_id > 0 AND j.request_key = ?";
    private static final String STUDENT = """
            SELECT s.studnum, s.lastname, s.firstname, s.initial, s.grade, s.homeroom, s.active, s.guardian, s.address1, s.address2,
              s.address3, s.email, a.journal_rows, a.balance, a.outstanding
            FROM (
              SELECT COUNT(*) AS journal_rows, COALESCE(SUM(j.total), 0) AS balance,
                COALESCE(SUM(CASE WHEN j.trans_type = 'chg' AND (j.paid_id IS NULL OR j.paid_id = 0) THEN j.total END), 0)
                  AS outstanding
              FROM fees_jrl j FORCE INDEX (fees_jrl_student) WHERE j.studnum = ?) a
            LEFT JOIN (SELECT * FROM fees_student WHERE studnum = ? LIMIT 1) s ON TRUE
            """;
    private static final String CHARGES = """
            SELECT j.id, j.trans_type, j.studnum, j.student_name, j.student_grade, j.student_homeroom,
              CASE WHEN j.trans_date >= '1000-01-01' THEN CAST(j.trans_date AS CHAR) END AS day,
              CASE WHEN j.due_date >= '1000-01-01' THEN CAST(j.due_date AS CHAR) END AS due,
              j.name, j.description, j.subtotal, j.total, j.tax1, j.tax1_name, j.tax2, j.tax2_name, j.tax3, j.tax3_name, j.tax4,
              j.tax4_name, j.paid_id, j.reverses_id, j.batch_id, j.method, j.reference, j.recorded_at, j.recorded_by, j.origin_id,
              j.lead_id, j.part_number, j.part_count,
              CASE WHEN j.studnum < 0 THEN (SELECT p.name FROM fees_payer p WHERE p.id = -j.studnum) END AS payer_name
            FROM fees_jrl j FORCE INDEX (fees_jrl_student)
            WHERE j.trans_type = 'chg' AND (j.paid_id IS NULL OR j.paid_id = 0) AND j.studnum IN (?)
            ORDER BY j.studnum, j.trans_date, j.id
            """;
    private static final String RETURNED = """
            SELECT CASE WHEN r.cash_only_until >= '1000-01-01' THEN CAST(r.cash_only_until AS CHAR) END FROM fees_return r
            WHERE r.studnum = ? AND r.cash_only_until >= ?
              AND NOT EXISTS (SELECT u.correction_id FROM fees_return u WHERE u.undoes = r.correction_id)
            ORDER BY r.cash_only_until DESC LIMIT 1
            """;
    private static final String REPEATED = """
            SELECT j.id, j.paid_id, j.recorded_at FROM fees_jrl j FORCE INDEX (fees_jrl_student)
            WHERE j.trans_type IN ('pay', 'roa') AND j.paid_id > 0 AND j.studnum = ? AND j.total = ?
              AND j.recorded_at BETWEEN ? AND ?
              AND NOT EXISTS (SELECT v.id FROM fees_jrl v WHERE v.reverses_id = j.id AND v.trans_type = 'void')
            ORDER BY j.recorded_at DESC, j.id DESC LIMIT 1
            """;
    private static final String NUMBER = "INSERT INTO fees_counter (name, value) VALUES ('receipt', 1)"
            + " ON DUPLICATE KEY UPDATE value = GREATEST(value + 1, 1) RETURNING value";
    private static final String PAYMENT =
            "INSERT INTO fees_jrl (trans_date, description, trans_type, method, name, paid_id,"
                    + " recorded_at, recorded_by, reference, request_key, studnum, student_grade, student_homeroom, student_name, total)"
                    + " VALUES (?, ?, 'pay', 'cheque', 'Payment', ?, ?, 'bench', '4711', ?, ?, '9', '9A', 'Roy, Ann', ?) RETURNING id";
    private static final String SETTLE =
            "UPDATE fees_jrl j SET j.paid_id = ? WHERE j.trans_type = 'chg' AND (j.paid_id IS NULL OR j.paid_id = 0) AND j.id IN (?)";
    private static final String CLOSED = """
            SELECT CASE WHEN c.closed_through >= '1000-01-01' THEN CAST(c.closed_through AS CHAR) END
            FROM fees_closing c ORDER BY c.id DESC LIMIT 1 LOCK IN SHARE MODE
            """;
    private static final String AUDIT =
            "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject,"
                    + " result_kind, result, request_key, outcome, reason)"
                    + " VALUES (?, 'bench', 'payment', 'student', ?, 'receipt', ?, ?, 'done', '')";

    private final BenchSchool school;
    private final JpaCashier cashier;
    private final Deque<Charge> open = new ArrayDeque<>();

    /** A school that has just charged everybody. */
    PaymentBench(BenchSchool school) {
        this.school = school;
        cashier = new JpaCashier(
                school.transactions(),
                school.settings(),
                new JpaFeeCatalogue(school.transactions(), school.settings(), Clock.systemUTC()),
                Clock.systemUTC());
        JpaFeeAccounts accounts = new JpaFeeAccounts(school.transactions(), school.settings(), Clock.systemUTC());
        List<AccountNumber> owing = accounts.balances().stream()
                .filter(account -> account.outstanding().isPositive())
                .map(AccountBalance::student)
                .limit(PAYMENTS)
                .toList();
        accounts.outstanding(owing).values().forEach(charges -> open.add(charges.get(0)));
    }

    void run() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            each(this::receive);
            each(this::insert);
        }
        Stopwatch.compare(
                "Receive " + TOGETHER + " payments",
                "service",
                number -> each(this::receive),
                "raw JDBC",
                number -> each(this::insert));
    }

    private interface Payment {
        void of(Charge charge) throws SQLException;
    }

    private void each(Payment payment) throws SQLException {
        for (int i = 0; i < TOGETHER; i++) {
            payment.of(open.remove());
        }
    }

    private void receive(Charge charge) {
        cashier.receive(new PaymentRequest(
                RequestKey.fresh(),
                CASHIER,
                charge.student().number(),
                LocalDate.now(ZoneOffset.UTC),
                charge.total(),
                Set.of(charge.id()),
                PaymentMethod.CHEQUE,
                "4711",
                Set.of(Confirmation.values())));
    }

    private void insert(Charge charge) throws SQLException {
        int student = charge.student().number().journalNumber();
        String key = UUID.randomUUID().toString();
        String now = Instant.now().toString().substring(0, 23) + "Z";
        try (Connection connection = school.database().getConnection()) {
            connection.setAutoCommit(false);
            update(connection, ACCOUNT, student);
            read(connection, REQUEST, key);
            read(connection, STUDENT, student, student);
            read(connection, CHARGES, student);
            read(connection, RETURNED, student, LocalDate.now(ZoneOffset.UTC).toString());
            read(connection, REPEATED, student, charge.total().amount().negate(), now, now);
            int number = read(connection, NUMBER);
            int payment = read(
                    connection,
                    PAYMENT,
                    LocalDate.now(ZoneOffset.UTC).toString(),
                    charge.id().toString(),
                    number,
                    now,
                    key,
                    student,
                    charge.total().amount().negate());
            update(connection, SETTLE, payment, charge.id().value());
            read(connection, CLOSED);
            update(connection, AUDIT, now, student, number, key);
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        }
    }

    /** @return the number in the first column of the last row, if there is one */
    private static int read(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            int last = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getObject(1) instanceof Number number ? number.intValue() : 0;
                }
            }
            return last;
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
