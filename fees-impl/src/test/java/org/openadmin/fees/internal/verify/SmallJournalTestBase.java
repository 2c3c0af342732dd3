package org.openadmin.fees.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.verify.Corruptions.corruption;
import static org.openadmin.fees.internal.verify.Corruptions.inherited;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.spi.FeesSettings;

/**
 * A small journal that keeps every rule, for the tests that corrupt it: two students, an assessment, payments, a void, a waiver, a refund and
 * two deposits.
 */
abstract class SmallJournalTestBase {

    /** The lines of the audit log for what is in the tables. */
    static final String[] LOGGED = {
        "TRUNCATE TABLE fees_audit",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, result_kind, result, request_key,"
                + " outcome, reason) SELECT recorded_at, 'ann', 'payment', 'student', studnum, 'receipt', paid_id, request_key,"
                + " 'done', '' FROM fees_jrl WHERE request_key IS NOT NULL",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                + " SELECT recorded_at, 'ann', 'assess', 'assessment', id, request_key, 'done', '' FROM fees_batch",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, request_key, outcome, reason)"
                + " SELECT recorded_at, 'ann', IF(act = 'unreturn', 'undo-return', act), 'charge', subject,"
                + " request_key, 'done', '' FROM fees_correction",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                + " SELECT recorded_at, 'ann', 'count-cash', 'count', id, request_key, 'done', '' FROM fees_cash_count"
                + " UNION ALL SELECT recorded_at, 'ann', IF(takes_back IS NULL, 'deposit', 'counter-deposit'), 'deposit', id,"
                + " request_key, 'done', '' FROM fees_deposit",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, request_key, outcome, reason)"
                + " SELECT recorded_at, 'ann', 'verify-deposit', 'deposit', deposit_id, request_key, 'done', ''"
                + " FROM fees_deposit_check"
    };

    /** A drawer that was 1.00 short, its deposit, the counter-deposit of a returned cheque, and another deposit; a refund waits. */
    private static final String[] DEPOSITED = {
        "TRUNCATE TABLE fees_cash_count",
        "TRUNCATE TABLE fees_deposit",
        "TRUNCATE TABLE fees_deposit_row",
        "TRUNCATE TABLE fees_deposit_check",
        "CREATE UNIQUE INDEX IF NOT EXISTS fees_deposit_row_journal ON fees_deposit_row (jrl_id, step)",
        "UPDATE fees_jrl SET method = IF(id IN (3, 4, 9), 'cash', 'cheque') WHERE trans_type IN ('pay', 'roa', 'void', 'refund')",
        "INSERT INTO fees_cash_count VALUES (1, 'n-1', 'ann', '2026-09-10', 50, 114.98, 0, 164.98, 163.98, -1,"
                + " '100.00x1 20.00x3 1.00x3 0.25x3 0.05x4 0.01x3',"
                + " 'Change', UTC_TIMESTAMP(3), 'ann')",
        "INSERT INTO fees_deposit VALUES"
                + " (1, 'd-1', '2026-09-10', '2026-09-10', NULL, 0, 114.98, -1, 114.98, 1, '100.00x1 10.00x1 1.00x3 0.98x1', NULL, 1, 5, '', UTC_TIMESTAMP(3), 'ann'),"
                + " (2, 'd-2', '2026-09-11', '2026-09-11', 1, 0, 0, 0, -114.98, 1, '', NULL, 1, 4, 'Returned', UTC_TIMESTAMP(3), 'ann'),"
                + " (3, 'd-3', '2026-09-14', '2026-09-14', NULL, 0, 0, 0, 10, 1, '', NULL, 1, 8, '', UTC_TIMESTAMP(3), 'ann')",
        "INSERT INTO fees_deposit_row (deposit_id, jrl_id, count_id, step, amount) VALUES (1, 3, NULL, 0, 14.98),"
                + " (1, 4, NULL, 0, 100), (1, 5, NULL, 0, 114.98), (1, NULL, 1, 0, -1), (2, 5, NULL, 1, -114.98), (3, 8, NULL, 0, 10)",
        "INSERT INTO fees_deposit_check VALUES (1, 'v-1', UTC_TIMESTAMP(3), 'bob')",
        "INSERT IGNORE INTO fees_counter VALUES ('deposit', 0)",
        "UPDATE fees_counter SET value = 3 WHERE name = 'deposit'"
    };

    static Database database;
    private final FeesSettings settings = new ConfiguredSettings(Map.of("receipt.first", "1"));

    @BeforeAll
    static void aHost() {
        database = Corruptions.school("(100), (101)");
    }

    @BeforeEach
    void aSmallJournal() {
        database.execute(
                "TRUNCATE TABLE fees_jrl",
                "TRUNCATE TABLE fees_batch",
                "TRUNCATE TABLE fees_correction",
                "TRUNCATE TABLE fees_past_settlement",
                "TRUNCATE TABLE fees_dismissed",
                "TRUNCATE TABLE fees_note",
                "TRUNCATE TABLE fees_note_end",
                "TRUNCATE TABLE fees_sale",
                "TRUNCATE TABLE fees_class_payment",
                "TRUNCATE TABLE fees_payer",
                "TRUNCATE TABLE fees_payer_change",
                "TRUNCATE TABLE fees_cover",
                "TRUNCATE TABLE fees_cover_end",
                "TRUNCATE TABLE fees_cover_use",
                "TRUNCATE TABLE fees_return",
                "TRUNCATE TABLE fees_receipt_mail",
                "CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_reverses ON fees_jrl (reverses_id, trans_type)",
                "CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_request ON fees_jrl (request_key)",
                "CREATE UNIQUE INDEX IF NOT EXISTS fees_jrl_receipt ON fees_jrl (receipt_number)",
                "INSERT IGNORE INTO fees_counter VALUES ('receipt', 0)",
                // one assessment of two students, 100.00 with 5 % and 9.975 %
                "INSERT INTO fees_batch VALUES (1, 'b-1', NULL, 'Lab', '2026-09-08', 114.98, 'grade 9', 2, 0, 229.96,"
                        + " UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, subtotal, tax1, tax1_name, tax1_rate, tax2,"
                        + " tax2_name, tax2_rate, total, batch_id, recorded_at) VALUES"
                        + " (1, 100, '2026-09-08', 'chg', 'Lab', 100, 5.00, 'GST', 5, 9.98, 'QST', 9.975, 114.98, 1, UTC_TIMESTAMP(3)),"
                        + " (2, 101, '2026-09-08', 'chg', 'Lab', 100, 5.00, 'GST', 5, 9.98, 'QST', 9.975, 114.98, 1, UTC_TIMESTAMP(3))",
                // paid from an amount on account and a second payment
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, paid_id, request_key,"
                        + " recorded_at) VALUES"
                        + " (3, 100, '2026-09-09', 'roa', 'Payment', '', -14.98, 1, 'k-1', UTC_TIMESTAMP(3)),"
                        + " (4, 100, '2026-09-10', 'pay', 'Payment', '1', -100.00, 2, 'k-2', UTC_TIMESTAMP(3)),"
                        + " (5, 101, '2026-09-10', 'pay', 'Payment', '2', -114.98, 3, 'k-3', UTC_TIMESTAMP(3))",
                // the second payment was a mistake and is voided; the charge is then waived
                "INSERT INTO fees_correction VALUES"
                        + " (1, 'k-4', 'void', 3, '2026-09-11', '', 1, 114.98, 1, 114.98, 0, UTC_TIMESTAMP(3), 'ann'),"
                        + " (2, 'k-5', 'waive', 2, '2026-09-12', 'Bursary', 1, -114.98, 0, 0, 0, UTC_TIMESTAMP(3), 'ann'),"
                        + " (3, 'k-7', 'refund', 101, '2026-09-14', '', 1, 5.00, 0, 0, 0, UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, reverses_id,"
                        + " correction_id, recorded_at) VALUES"
                        + " (6, 101, '2026-09-11', 'void', 'Voided payment', '', 114.98, 5, 1, UTC_TIMESTAMP(3))",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, subtotal, tax1, tax1_name,"
                        + " tax1_rate, tax2, tax2_name, tax2_rate, total, reverses_id, correction_id, recorded_at)"
                        + " SELECT 7, 101, '2026-09-12', 'waive', name, 'Bursary', -subtotal, -tax1, tax1_name, tax1_rate,"
                        + " -tax2, tax2_name, tax2_rate, -total, id, 2, UTC_TIMESTAMP(3) FROM fees_jrl WHERE id = 2",
                // an amount on account that is partly refunded
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, paid_id, request_key,"
                        + " recorded_at) VALUES (8, 101, '2026-09-13', 'roa', 'Payment', '', -10.00, 4, 'k-6', UTC_TIMESTAMP(3))",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, correction_id,"
                        + " recorded_at) VALUES (9, 101, '2026-09-14', 'refund', 'Refund', '', 5.00, 3, UTC_TIMESTAMP(3))",
                "UPDATE fees_jrl SET paid_id = 4 WHERE id = 1",
                "UPDATE fees_jrl SET paid_id = 7 WHERE id = 2",
                "INSERT INTO fees_past_settlement VALUES (2, 5, 6)",
                "UPDATE fees_counter SET value = 4 WHERE name = 'receipt'",
                "UPDATE fees_counter SET value = 1 WHERE name = 'batch'",
                "UPDATE fees_counter SET value = 0 WHERE name = 'closing'",
                "TRUNCATE TABLE fees_closing",
                "TRUNCATE TABLE fees_closing_account",
                "TRUNCATE TABLE fees_closing_sum",
                "TRUNCATE TABLE fees_closing_charge",
                "TRUNCATE TABLE fees_closing_day",
                "TRUNCATE TABLE fees_closing_list",
                "TRUNCATE TABLE fees_closing_fee",
                "TRUNCATE TABLE fees_closing_group",
                "TRUNCATE TABLE fees_closing_opened",
                "TRUNCATE TABLE fees_closing_receipt",
                "TRUNCATE TABLE fees_closing_amount",
                "TRUNCATE TABLE fees_closing_month",
                "TRUNCATE TABLE fees_closing_line",
                "INSERT IGNORE INTO fees_counter VALUES ('posting', 0)",
                "UPDATE fees_counter SET value = 0 WHERE name = 'posting'",
                "TRUNCATE TABLE fees_posting",
                "CREATE OR REPLACE TABLE fees_posting_row (jrl_id INT NOT NULL PRIMARY KEY, posting_id INT NOT NULL)",
                "TRUNCATE TABLE fees_posting_account",
                "TRUNCATE TABLE fees_posting_line",
                "TRUNCATE TABLE fees_run",
                "TRUNCATE TABLE fees_run_line",
                "TRUNCATE TABLE fees_run_message",
                "TRUNCATE TABLE fees_predefined");
        database.execute(DEPOSITED);
        database.execute(LOGGED);
    }

    /** Corrupts the journal, and checks that the rule names the row. */
    final void assertNamed(String check, String subject, boolean inherited, List<String> corruption) {
        database.execute(corruption.toArray(String[]::new));

        Corruptions.assertNamed(verification(database), check, subject, inherited);
        assertThat(report().own() > 0).isEqualTo(!inherited);
    }

    final Verification.Report report() {
        return report(database);
    }

    final Verification.Report report(Database seen) {
        return verification(seen).run();
    }

    private JournalVerification verification(Database seen) {
        return new JournalVerification(seen.dataSource(), settings, () -> 2);
    }
}
