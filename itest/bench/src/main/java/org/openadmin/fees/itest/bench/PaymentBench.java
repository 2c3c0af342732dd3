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
import org.openadmin.fees.internal.payments.JpaCashier;

/** Receives cheques for one charge each: the service with all its checks, compared with the statements that it makes, without it. */
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
            "SELECT id FROM fees_jrl WHERE request_key = ? AND trans_type IN ('pay', 'roa')";
    private static final String STUDENT = "SELECT s.*, SUM(j.total), SUM(IF(j.trans_type = 'chg' AND (j.paid_id IS NULL"
            + " OR j.paid_id = 0), j.total, 0)) FROM fees_student s LEFT JOIN fees_jrl j FORCE INDEX (fees_jrl_student)"
            + " ON j.studnum = s.studnum WHERE s.studnum = ?";
    private static final String CHARGES =
            "SELECT * FROM fees_jrl j FORCE INDEX (fees_jrl_student) WHERE trans_type = 'chg'"
                    + " AND (paid_id IS NULL OR paid_id = 0) AND studnum = ? ORDER BY trans_date, id";
    private static final String RETURNED = "SELECT r.cash_only_until FROM fees_return r WHERE r.studnum = ?"
            + " AND r.cash_only_until >= CURDATE() AND NOT EXISTS (SELECT 1 FROM fees_return u WHERE u.undoes = r.correction_id)";
    private static final String REPEATED =
            "SELECT id FROM fees_jrl j FORCE INDEX (fees_jrl_student) WHERE j.trans_type IN"
                    + " ('pay', 'roa') AND j.paid_id > 0 AND j.studnum = ? AND j.total = -27.70 AND j.recorded_at > '2999'";
    private static final String NUMBER = "INSERT INTO fees_counter (name, value) VALUES ('receipt', 1)"
            + " ON DUPLICATE KEY UPDATE value = GREATEST(value + 1, 1) RETURNING value";
    private static final String PAYMENT =
            "INSERT INTO fees_jrl (trans_date, description, trans_type, method, name, paid_id,"
                    + " recorded_at, recorded_by, reference, request_key, studnum, student_grade, student_homeroom, student_name, total)"
                    + " VALUES (?, ?, 'pay', 'cheque', 'Payment', ?, ?, 'bench', '4711', ?, ?, '9', '9A', 'Roy, Ann', ?) RETURNING id";
    private static final String SETTLE =
            "UPDATE fees_jrl SET paid_id = ? WHERE trans_type = 'chg' AND (paid_id IS NULL OR paid_id = 0) AND id = ?";
    private static final String CLOSED =
            "SELECT closed_through FROM fees_closing ORDER BY id DESC LIMIT 1 LOCK IN SHARE MODE";
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
        cashier = new JpaCashier(school.transactions(), school.settings(), Clock.systemUTC());
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
            read(connection, STUDENT, student);
            read(connection, CHARGES, student);
            read(connection, RETURNED, student);
            read(connection, REPEATED, student);
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
