package org.openadmin.fees.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.verify.Corruptions.corruption;
import static org.openadmin.fees.internal.verify.Corruptions.inherited;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.internal.RowsRead;
import org.openadmin.fees.internal.schema.LegacyDatabase;
import org.openadmin.fees.internal.schema.MigratedDatabase;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.spi.FeesSettings;

@Tag("slow")
class JournalVerificationTest {

    /** The lines of the audit log for what is in the tables. */
    private static final String[] LOGGED = {
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

    /** The month of the journal is closed. */
    private static final String[] CLOSED = {
        "INSERT INTO fees_closing VALUES (1, 'close', '2026-09', '2026-09-30', '', 'c-1', UTC_TIMESTAMP(3), 'ann')",
        "UPDATE fees_counter SET value = 1 WHERE name = 'closing'",
        "INSERT INTO fees_closing_account SELECT 1, studnum, COUNT(*), SUM(total) FROM fees_jrl GROUP BY studnum",
        "INSERT INTO fees_closing_sum SELECT 1, COUNT(*), SUM(total), 0, 0, MAX(recorded_at) FROM fees_jrl",
        "INSERT INTO fees_closing_day SELECT 1, j.trans_date, j.trans_type, r.id IS NOT NULL, COALESCE(r.recorded_by, ''),"
                + " COALESCE(r.trans_date, ''), COUNT(*), SUM(j.total) FROM fees_jrl j LEFT JOIN fees_jrl r"
                + " ON r.id = IF(j.trans_type = 'void', j.reverses_id, j.id) AND r.trans_type IN ('pay', 'roa')"
                + " GROUP BY 2, 3, 4, 5, 6",
        "INSERT INTO fees_closing_group SELECT 1, j.name, j.trans_date, 0, '', '', s.trans_type, COUNT(*), SUM(j.total), MAX(j.id)"
                + " FROM fees_jrl j JOIN fees_jrl s ON s.id = j.paid_id WHERE j.trans_type = 'chg' GROUP BY 2, 3, 7",
        "INSERT INTO fees_closing_fee SELECT 1, name, trans_date, settled, charges, total, latest FROM fees_closing_group",
        "INSERT INTO fees_closing_receipt SELECT 1, paid_id DIV 10000, trans_date, COALESCE(recorded_by, ''), COUNT(*)"
                + " FROM fees_jrl WHERE trans_type IN ('pay', 'roa') GROUP BY 2, 3, 4",
        "INSERT INTO fees_closing_amount SELECT 1, trans_type, total, COUNT(*) FROM fees_jrl GROUP BY 2, 3",
        "INSERT INTO fees_closing_list SELECT 1, (SELECT SUM(charges) FROM fees_closing_fee),"
                + " (SELECT SUM(receipts) FROM fees_closing_receipt), COUNT(*) FROM fees_jrl",
        "INSERT INTO fees_closing_month SELECT 1, '2026-09', COUNT(*), SUM(total) FROM fees_jrl",
        "INSERT INTO fees_closing_line SELECT 1, '2026-09', 1, 'chg', 'Lab', '', '', COUNT(*), SUM(total), SUM(total)"
                + " FROM fees_jrl",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                + " VALUES (UTC_TIMESTAMP(3), 'ann', 'close', 'closing', 1, 'c-1', 'done', '')"
    };

    /** Everything up to the 10th is in one posting, and what came until the 12th in another; the rest is not posted. */
    private static final String[] POSTED = {
        "INSERT INTO fees_posting VALUES"
                + " (1, 'p-1', '2026-09-10', 'School fees, posting 1', 5, 474.90, UTC_TIMESTAMP(3), 'root'),"
                + " (2, 'p-2', '2026-09-12', 'School fees, posting 2', 2, 229.96, UTC_TIMESTAMP(3), 'root')",
        "INSERT INTO fees_posting_row SELECT id, IF(id <= 5, 1, 2) FROM fees_jrl WHERE id <= 7",
        "INSERT INTO fees_posting_account VALUES (1, 100, '2026-09-08', 114.98, 114.98), (1, 101, '2026-09-08', 114.98, 114.98),"
                + " (1, 100, '2026-09-09', 0, -14.98), (1, 100, '2026-09-10', -114.98, -100), (1, 101, '2026-09-10', -114.98, -114.98),"
                + " (2, 101, '2026-09-11', 114.98, 114.98), (2, 101, '2026-09-12', -114.98, -114.98)",
        "INSERT INTO fees_posting_line VALUES (1, 1, '2026-09-08', 'receivable', '1210', '', 'Charged', 229.96),"
                + " (1, 2, '2026-09-08', 'fee', '4000', '', 'Lab', -200), (1, 3, '2026-09-08', 'tax', '2310', '', 'GST', -10),"
                + " (1, 4, '2026-09-08', 'tax', '2320', '', 'QST', -19.96), (1, 5, '2026-09-09', 'credit', '2210', '', 'Credit', -14.98),"
                + " (1, 6, '2026-09-09', 'money', '1010', '', 'Cash', 14.98), (1, 7, '2026-09-10', 'receivable', '1210', '', 'Paid', -229.96),"
                + " (1, 8, '2026-09-10', 'credit', '2210', '', 'Credit', 14.98), (1, 9, '2026-09-10', 'money', '1010', '', 'Cash', 214.98),"
                + " (2, 1, '2026-09-11', 'receivable', '1210', '', 'Paid', 114.98), (2, 2, '2026-09-11', 'money', '1010', '', 'Cash', -114.98),"
                + " (2, 3, '2026-09-12', 'receivable', '1210', '', 'Paid', -114.98), (2, 4, '2026-09-12', 'fee', '5100', '', 'Lab', 100),"
                + " (2, 5, '2026-09-12', 'tax', '2310', '', 'GST', 14.98)",
        "INSERT IGNORE INTO fees_counter VALUES ('posting', 0)",
        "UPDATE fees_counter SET value = 2 WHERE name = 'posting'",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                + " SELECT recorded_at, 'root', 'post', 'posting', id, request_key, 'done', '' FROM fees_posting"
    };

    private static final String NOTE =
            "INSERT INTO fees_note VALUES (1, 100, 'Twins', 0, 't-1', '2026-09-08T12:00:00.000Z', 'ann')";

    private static final String NOTE_WRITTEN =
            "INSERT INTO fees_audit VALUES (98, '', 'ann', 'add-note', 'student', 100, 'note', 1, 't-1', 'done', '')";

    private static final String NOTE_END =
            "INSERT INTO fees_note_end VALUES (1, 't-2', '2026-09-09T12:00:00.000Z', 'ann')";

    private static final String NOTE_ENDED =
            "INSERT INTO fees_audit VALUES (99, '', 'ann', 'take-down-note', 'note', 1, 'note', 1, 't-2', 'done', '')";

    /** Student 100 was reminded of the charge 1 by letter after 14 days, and by e-mail after 30 days. */
    private static final String[] REMINDED = {
        "INSERT INTO fees_run (id, request_key, kind, channel, state, invoice_date, audience, sorted_by, invoices, pages,"
                + " charged, credit, problem, started_at, alive_at, started_by) VALUES"
                + " (1, 'r-1', 'reminders', 'print', 'done', '2026-09-25', '', 'name', 1, 1, 114.98, 0, '', '', '', 'ann'),"
                + " (2, 'r-2', 'reminders', 'email', 'done', '2026-10-15', '', 'name', 1, 0, 114.98, 0, '', '', '', 'ann')",
        "INSERT INTO fees_run_line (run_id, studnum, student_name, student_grade, student_homeroom, outcome, due, recipient,"
                + " detail, page_order, charges, credit, family_digest, reminder_days, reminder_tone) VALUES"
                + " (1, 100, '', '', '', 'invoiced', 114.98, '', '', 1, '1', 0, 'x', 14, 'first'),"
                + " (2, 100, '', '', '', 'sent', 114.98, 'mum@home.example', '', NULL, NULL, NULL, NULL, 30, 'further')",
        "INSERT INTO fees_run_message (run_id, recipient, studnum, outcome, detail, charges) VALUES"
                + " (2, 'mum@home.example', 100, 'sent', '', '1')",
        "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                + " VALUES (UTC_TIMESTAMP(3), 'ann', 'print-reminders', 'run', 1, 'r-1', 'done', ''),"
                + " (UTC_TIMESTAMP(3), 'ann', 'email-reminders', 'run', 2, 'r-2', 'done', '')"
    };

    private final FeesSettings settings = new ConfiguredSettings(Map.of("receipt.first", "1"));
    private static Database database;

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

    @Test
    void aJournalThatKeepsItsRulesHasNoFault() {
        var report = report();

        assertThat(report.faults()).isEmpty();
        assertThat(report.rows()).isEqualTo(9);
        assertThat(report.students()).isEqualTo(2);
        assertThat(report.receipts()).isEqualTo(4);
        assertThat(report.batches()).isEqualTo(1);
        assertThat(report.sum()).isEqualByComparingTo("-5.00");
    }

    /** The cash of payment 4 was rounded by 0.02, which row 10 records. */
    private static final String[] ROUNDED = {
        "UPDATE fees_jrl SET method = 'cash' WHERE id = 4",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, rounding_step, reverses_id,"
                + " recorded_at) VALUES (10, 100, '2026-09-10', 'round', 'Cash rounding', '', -0.02, 0.05, 4,"
                + " UTC_TIMESTAMP(3))"
    };

    /** Payment 5 came in the envelope of a class. */
    private static final String[] CLASS = {
        "UPDATE fees_jrl SET method = 'cheque', reference = '', recorded_by = 'ann', recorded_at = '2026-09-10T12:00:00.000Z'"
                + " WHERE id = 5",
        "INSERT INTO fees_class_payment VALUES (1, 'Lab', '9A', '2026-09-10', 'cheque', '', 114.98, 3, 1, 'c-1',"
                + " '2026-09-10T12:00:00.000Z', 'ann')",
        "INSERT INTO fees_audit VALUES (98, '', 'ann', 'class-payment', NULL, NULL, 'receipt', 3, 'c-1', 'done', '')"
    };

    private static Arguments misclassed(String rule, String subject, String... corruption) {
        return corruption(
                rule,
                subject,
                Stream.concat(Stream.of(CLASS), Stream.of(corruption)).toArray(String[]::new));
    }

    @Test
    void aClassPaymentThatKeepsItsRulesHasNoFault() {
        database.execute(CLASS);

        assertThat(report().faults()).isEmpty();
    }

    static Stream<Arguments> misclassedPayments() {
        return Stream.of(
                misclassed("4_receipts__of_classes", "class payment 1", "UPDATE fees_class_payment SET receipts = 3"),
                misclassed("4_receipts__of_classes", "class payment 1", "UPDATE fees_class_payment SET total = 114.97"),
                misclassed(
                        "4_receipts__of_classes", "class payment 1", "UPDATE fees_class_payment SET first_receipt = 1"),
                misclassed(
                        "4_receipts__of_classes",
                        "class payment 1",
                        "UPDATE fees_jrl SET method = 'cash' WHERE id = 5"),
                misclassed(
                        "4_receipts__of_classes",
                        "class payment 1",
                        "UPDATE fees_jrl SET trans_date = '2026-09-11' WHERE id = 5"),
                misclassed(
                        "4_receipts__of_classes",
                        "class payment 1",
                        "UPDATE fees_jrl SET recorded_by = 'bo' WHERE id = 5"),
                misclassed(
                        "6_request_keys__one_effect",
                        "request key k-1",
                        "UPDATE fees_class_payment SET request_key = 'k-1'"),
                misclassed("audit__effect_has_line", "class payment 1", "DELETE FROM fees_audit WHERE id = 98"),
                misclassed("audit__line_has_effect", "audit line 98", "DELETE FROM fees_class_payment"));
    }

    @ParameterizedTest
    @MethodSource("misclassedPayments")
    void aFaultOfAClassPaymentIsFoundAndNamed(String rule, String subject, boolean inherited, List<String> corruption) {
        aCorruptedRowIsNamedByTheRuleItBreaks(rule, subject, inherited, corruption);
    }

    /** Payment 4 is voided, and row 12 takes its rounding back. */
    private static final String[] VOIDED = {
        "INSERT INTO fees_correction VALUES (4, 'k-8', 'void', 2, '2026-09-15', '', 1, 100.00, 1, 114.98, 0,"
                + " UTC_TIMESTAMP(3), 'ann')",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, reverses_id, correction_id,"
                + " recorded_at) VALUES (11, 100, '2026-09-15', 'void', 'Voided payment', '', 100.00, 4, 4,"
                + " UTC_TIMESTAMP(3))",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, rounding_step, reverses_id,"
                + " correction_id, recorded_at) VALUES (12, 100, '2026-09-15', 'round', 'Cash rounding', '', 0.02, 0.05, 10,"
                + " 4, UTC_TIMESTAMP(3))",
        "UPDATE fees_jrl SET paid_id = NULL WHERE id = 1",
        "INSERT INTO fees_past_settlement VALUES (1, 4, 11)"
    };

    /** The bank returns the payment 8, for a fee of 25.00. Payment 8 is received again as row 13, and the fee is reversed. */
    private static final String[] RETURNED = {
        "DELETE FROM fees_jrl WHERE id = 9",
        "DELETE FROM fees_correction WHERE id = 3",
        "INSERT INTO fees_correction VALUES (4, 'k-8', 'return', 4, '2026-09-15', 'NSF', 2, 35.00, 0, 0, 0, UTC_TIMESTAMP(3),"
                + " 'ann'), (5, 'k-9', 'unreturn', 4, '2026-09-16', '', 2, -35.00, 0, 0, 0, UTC_TIMESTAMP(3), 'ann')",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, method, reverses_id, correction_id,"
                + " recorded_at) VALUES (10, 101, '2026-09-15', 'void', 'Returned payment', 'NSF', 10.00, 'cheque', 8, 4,"
                + " UTC_TIMESTAMP(3))",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, subtotal, total, paid_id, reverses_id, correction_id,"
                + " recorded_at) VALUES (11, 101, '2026-09-15', 'chg', 'Returned payment fee', 25.00, 25.00, 12, NULL, 4,"
                + " UTC_TIMESTAMP(3)),"
                + " (12, 101, '2026-09-16', 'rev', 'Returned payment fee', -25.00, -25.00, NULL, 11, 5, UTC_TIMESTAMP(3))",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, method, paid_id, correction_id,"
                + " recorded_at) VALUES (13, 101, '2026-09-16', 'roa', 'Payment', '', -10.00, 'cheque', 5, 5, UTC_TIMESTAMP(3))",
        "UPDATE fees_counter SET value = 5 WHERE name = 'receipt'",
        "INSERT INTO fees_return VALUES (4, NULL, 101, 8, 11, 25.00, '2026-12-14', 0, 0), (5, 4, 101, 13, 11, 0, NULL, 0, 0)"
    };

    private static Arguments misreturned(String rule, String subject, String... corruption) {
        return corruption(
                rule,
                subject,
                Stream.concat(Stream.of(RETURNED), Stream.of(corruption)).toArray(String[]::new));
    }

    @Test
    void aReturnedPaymentThatKeepsItsRulesHasNoFault() {
        database.execute(RETURNED);
        database.execute(LOGGED);

        assertThat(report().faults()).isEmpty();
    }

    static Stream<Arguments> misreturns() {
        return Stream.of(
                misreturned("1_rows__return", "correction 4", "DELETE FROM fees_return WHERE correction_id = 4"),
                misreturned("1_rows__return", "correction 5", "DELETE FROM fees_return WHERE correction_id = 5"),
                misreturned("1_rows__return", "correction 4", "DELETE FROM fees_correction WHERE id = 4"),
                misreturned(
                        "1_rows__return",
                        "correction 4",
                        "UPDATE fees_return SET studnum = 100 WHERE correction_id = 4"),
                misreturned(
                        "1_rows__return",
                        "correction 4",
                        "UPDATE fees_return SET payment_id = 5 WHERE correction_id = 4"),
                misreturned(
                        "1_rows__return", "correction 4", "UPDATE fees_return SET fee = 20.00 WHERE correction_id = 4"),
                misreturned(
                        "1_rows__return",
                        "correction 4",
                        "UPDATE fees_return SET fee_id = NULL WHERE correction_id = 4"),
                misreturned(
                        "1_rows__return", "correction 4", "UPDATE fees_return SET fee_id = 2 WHERE correction_id = 4"),
                misreturned(
                        "1_rows__return",
                        "correction 4",
                        "UPDATE fees_return SET fee_id = NULL, fee = 0 WHERE correction_id = 4"),
                misreturned(
                        "1_rows__return",
                        "correction 5",
                        "UPDATE fees_return SET payment_id = 8 WHERE correction_id = 5"),
                misreturned(
                        "1_rows__return", "correction 5", "UPDATE fees_return SET undoes = 1 WHERE correction_id = 5"),
                misreturned("1_rows__return", "correction 5", "UPDATE fees_jrl SET total = -9.00 WHERE id = 13"),
                misreturned("1_rows__return", "correction 5", "UPDATE fees_jrl SET method = 'cash' WHERE id = 13"),
                misreturned(
                        "1_rows__return",
                        "correction 5",
                        "UPDATE fees_return SET fee_id = NULL WHERE correction_id = 5"),
                misreturned(
                        "1_rows__return", "correction 5", "UPDATE fees_return SET fee_id = 2 WHERE correction_id = 5"),
                misreturned("1_rows__return", "correction 5", "DELETE FROM fees_jrl WHERE id = 12"),
                misreturned(
                        "1_rows__correction_totals", "correction 4", "UPDATE fees_jrl SET total = 20.00 WHERE id = 11"),
                misreturned("1_rows__correction_totals", "correction 5", "DELETE FROM fees_jrl WHERE id = 13"),
                misreturned(
                        "1_rows__correction_subject",
                        "correction 4",
                        "UPDATE fees_correction SET subject = 3 WHERE id = 4"),
                misreturned(
                        "1_rows__correction_recorded",
                        "row 11",
                        "UPDATE fees_correction SET act = 'void' WHERE id = 4"),
                misreturned(
                        "1_rows__correction_recorded",
                        "row 13",
                        "UPDATE fees_correction SET act = 'cancel' WHERE id = 5"),
                misreturned(
                        "6_request_keys__origin", "row 11", "UPDATE fees_jrl SET correction_id = NULL WHERE id = 11"),
                misreturned(
                        "6_request_keys__origin", "row 13", "UPDATE fees_jrl SET correction_id = NULL WHERE id = 13"),
                misreturned(
                        "audit__effect_has_line",
                        "correction 5",
                        Stream.concat(
                                        Stream.of(LOGGED),
                                        Stream.of("DELETE FROM fees_audit WHERE operation = 'undo-return'"))
                                .toArray(String[]::new)),
                misreturned(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'undo-return', 'receipt', 4, NULL, NULL, 'k-99', 'done', '')"));
    }

    @ParameterizedTest
    @MethodSource("misreturns")
    void aCorruptedReturnIsNamed(String rule, String subject, boolean inherited, List<String> corruption) {
        aCorruptedRowIsNamedByTheRuleItBreaks(rule, subject, inherited, corruption);
    }

    private static Arguments misrounded(String rule, String subject, String... corruption) {
        return corruption(
                rule,
                subject,
                Stream.concat(Stream.of(ROUNDED), Stream.of(corruption)).toArray(String[]::new));
    }

    private static Arguments misvoided(String rule, String subject, String... corruption) {
        return misrounded(
                rule,
                subject,
                Stream.concat(Stream.of(VOIDED), Stream.of(corruption)).toArray(String[]::new));
    }

    @Test
    void aRoundingThatKeepsItsRulesHasNoFault() {
        database.execute(ROUNDED);
        assertThat(report().faults()).isEmpty();

        database.execute(VOIDED);
        database.execute(LOGGED);
        assertThat(report().faults()).isEmpty();
    }

    static Stream<Arguments> misroundings() {
        return Stream.of(
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET total = -0.03 WHERE id = 10"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET total = 0.00 WHERE id = 10"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET rounding_step = NULL WHERE id = 10"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET method = 'cheque' WHERE id = 4"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET method = NULL WHERE id = 4"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET total = -100.02 WHERE id = 4"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET reverses_id = 3 WHERE id = 10"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET reverses_id = 1 WHERE id = 10"),
                misrounded("5_amounts__rounding", "row 10", "UPDATE fees_jrl SET reverses_id = NULL WHERE id = 10"),
                misrounded(
                        "5_amounts__rounding", "row 10", "UPDATE fees_jrl SET trans_date = '2026-09-11' WHERE id = 10"),
                misrounded(
                        "1_rows__corrected_row_exists", "row 10", "UPDATE fees_jrl SET reverses_id = 99 WHERE id = 10"),
                misrounded("1_rows__corrected_row_fits", "row 10", "UPDATE fees_jrl SET studnum = 101 WHERE id = 10"),
                misrounded("5_amounts__total_alone", "row 10", "UPDATE fees_jrl SET subtotal = -0.02 WHERE id = 10"),
                misrounded("6_request_keys__origin", "row 10", "UPDATE fees_jrl SET reverses_id = NULL WHERE id = 10"),
                misvoided("3_settlement__rounding_voided", "row 10", "DELETE FROM fees_jrl WHERE id = 12"),
                misvoided(
                        "3_settlement__rounding_voided",
                        "row 10",
                        "UPDATE fees_jrl SET correction_id = 3 WHERE id = 12"),
                misvoided(
                        "3_settlement__rounding_voided",
                        "row 10",
                        "DELETE FROM fees_jrl WHERE id = 11",
                        "UPDATE fees_jrl SET paid_id = 4 WHERE id = 1"),
                misvoided("5_amounts__rounding", "row 12", "UPDATE fees_jrl SET total = 0.01 WHERE id = 12"));
    }

    @ParameterizedTest
    @MethodSource("misroundings")
    void aCorruptedRoundingIsNamed(String rule, String subject, boolean inherited, List<String> corruption) {
        aCorruptedRowIsNamedByTheRuleItBreaks(rule, subject, inherited, corruption);
    }

    @Test
    void aClosedMonthHasNoFault() {
        database.execute(CLOSED);

        assertThat(report().faults()).isEmpty();
    }

    private static Arguments posted(String check, String subject, String... corruption) {
        return corruption(
                check,
                subject,
                Stream.concat(Stream.of(POSTED), Stream.of(corruption)).toArray(String[]::new));
    }

    @Test
    void aPostedJournalHasNoFault() {
        database.execute(POSTED);

        assertThat(report().faults()).isEmpty();
    }

    @Test
    void moneyThatWasThereBeforeWhatItPaidIsOutstandingInTheBooksUntilThen() {
        database.execute(
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, paid_id, due_date) VALUES"
                        + " (20, 100, '2026-09-08', 'chg', 'Old', 30, 21, NULL), (21, 100, '2026-09-09', 'pay', 'Old', -10, 0, NULL),"
                        + " (22, 100, '2026-09-20', 'roa', 'Old', -20, 0, NULL)");
        database.execute(POSTED);
        database.execute(
                "UPDATE fees_posting SET journal_rows = 7, debits = 514.90 WHERE id = 1",
                "INSERT INTO fees_posting_row VALUES (20, 1), (21, 1)",
                "UPDATE fees_posting_account SET outstanding = 144.98, balance = 144.98 WHERE studnum = 100 AND entry_date = '2026-09-08'",
                "UPDATE fees_posting_account SET balance = -24.98 WHERE studnum = 100 AND entry_date = '2026-09-09'",
                "UPDATE fees_posting_line SET amount = 259.96 WHERE posting_id = 1 AND place = 1",
                "UPDATE fees_posting_line SET amount = -230 WHERE posting_id = 1 AND place = 2",
                "UPDATE fees_posting_line SET amount = -24.98 WHERE posting_id = 1 AND place = 5",
                "UPDATE fees_posting_line SET amount = 24.98 WHERE posting_id = 1 AND place = 6");

        assertThat(report().faults().stream().filter(fault -> fault.invariant().startsWith("10 postings")))
                .isEmpty();
    }

    static Stream<Arguments> mispostings() {
        return Stream.of(
                posted("10_postings__series", "posting 1", "DELETE FROM fees_posting WHERE id = 1"),
                posted(
                        "10_postings__series",
                        "the counter of postings",
                        "UPDATE fees_counter SET value = 3 WHERE name = 'posting'"),
                posted(
                        "10_postings__series",
                        "the counter of postings",
                        "DELETE FROM fees_counter WHERE name = 'posting'"),
                posted(
                        "10_postings__rows",
                        "row 4",
                        "ALTER TABLE fees_posting_row DROP PRIMARY KEY",
                        "INSERT INTO fees_posting_row VALUES (4, 2)"),
                posted("10_postings__rows", "row 8", "UPDATE fees_posting_row SET jrl_id = 8 WHERE jrl_id = 7"),
                posted("10_postings__rows", "row 99", "UPDATE fees_posting_row SET jrl_id = 99 WHERE jrl_id = 7"),
                posted("10_postings__rows", "row 7", "UPDATE fees_posting_row SET posting_id = 9 WHERE jrl_id = 7"),
                posted("10_postings__rows", "posting 1", "DELETE FROM fees_posting_row WHERE jrl_id = 3"),
                posted("10_postings__rows", "posting 2", "UPDATE fees_posting SET journal_rows = 3 WHERE id = 2"),
                posted(
                        "10_postings__balanced",
                        "posting 1 on 2026-09-08",
                        "UPDATE fees_posting_line SET amount = -201 WHERE posting_id = 1 AND place = 2"),
                posted("10_postings__balanced", "posting 2", "UPDATE fees_posting SET debits = 229.95 WHERE id = 2"),
                posted("10_postings__balanced", "posting 2", "DELETE FROM fees_posting_line WHERE posting_id = 2"),
                posted(
                        "10_postings__balanced",
                        "posting 9",
                        "INSERT INTO fees_posting_line VALUES (9, 1, '2026-09-12', 'fee', '4000', '', '', 0)"),
                posted(
                        "10_postings__accounts",
                        "posting 1, account 100 on 2026-09-09",
                        "UPDATE fees_posting_account SET balance = -15 WHERE entry_date = '2026-09-09'"),
                posted(
                        "10_postings__accounts",
                        "posting 1, account 100 on 2026-09-10",
                        "UPDATE fees_jrl SET total = -101 WHERE id = 4"),
                posted(
                        "10_postings__accounts",
                        "posting 2, account 101 on 2026-09-12",
                        "DELETE FROM fees_posting_account WHERE entry_date = '2026-09-12'"),
                posted(
                        "10_postings__lines",
                        "posting 1 on 2026-09-10",
                        "UPDATE fees_posting_line SET amount = amount + 1 WHERE posting_id = 1 AND place = 7",
                        "UPDATE fees_posting_line SET amount = amount - 1 WHERE posting_id = 1 AND place = 8"),
                posted(
                        "10_postings__lines",
                        "posting 2 on 2026-09-11",
                        "UPDATE fees_posting_line SET amount = 2 * amount WHERE posting_id = 2 AND place <= 2",
                        "UPDATE fees_posting SET debits = 344.94 WHERE id = 2"),
                posted(
                        "10_postings__lines",
                        "posting 2 on 2026-09-12",
                        "UPDATE fees_posting_account SET outstanding = 0 WHERE entry_date = '2026-09-12'"),
                posted(
                        "10_postings__receivable",
                        "account 100",
                        "UPDATE fees_posting_account SET outstanding = 0 WHERE studnum = 100 AND entry_date = '2026-09-10'"),
                posted(
                        "10_postings__receivable",
                        "account 101",
                        "UPDATE fees_posting_account SET outstanding = -200 WHERE studnum = 101 AND entry_date = '2026-09-10'"),
                posted("10_postings__receivable", "account 100", "UPDATE fees_jrl SET paid_id = NULL WHERE id = 1"),
                posted(
                        "6_request_keys__one_effect",
                        "request key k-1",
                        "UPDATE fees_posting SET request_key = 'k-1' WHERE id = 1"),
                posted("audit__effect_has_line", "posting 1", "DELETE FROM fees_audit WHERE request_key = 'p-1'"),
                posted(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'root', 'post', NULL, NULL, 'posting', 7, 'p-7', 'done', '')"));
    }

    @ParameterizedTest
    @MethodSource("mispostings")
    void aCorruptedPostingIsNamed(String rule, String subject, boolean inherited, List<String> corruption) {
        aCorruptedRowIsNamedByTheRuleItBreaks(rule, subject, inherited, corruption);
    }

    @Test
    void remindersOfDifferentStagesHaveNoFault() {
        database.execute(REMINDED);

        assertThat(report().faults()).isEmpty();
    }

    @Test
    void anEmptyJournalHasNoFault() {
        database.execute(
                "DELETE FROM fees_jrl",
                "DELETE FROM fees_batch",
                "DELETE FROM fees_correction",
                "DELETE FROM fees_audit",
                "DELETE FROM fees_cash_count",
                "DELETE FROM fees_deposit",
                "DELETE FROM fees_deposit_row",
                "DELETE FROM fees_deposit_check",
                "DELETE FROM fees_past_settlement",
                "UPDATE fees_counter SET value = 0");

        assertThat(report().faults()).isEmpty();
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                corruption("1_rows__reason_code", "row 7", "UPDATE fees_jrl SET reason_code = 'bursary' WHERE id = 7"),
                corruption(
                        "1_rows__reason_code",
                        "row 7",
                        "UPDATE fees_correction SET reason_code = 'bursary' WHERE act = 'waive'"),
                corruption("1_rows__reason_code", "row 1", "UPDATE fees_jrl SET reason_code = 'bursary' WHERE id = 1"),
                corruption("1_rows__batch_totals", "batch 1", "DELETE FROM fees_jrl WHERE id = 2"),
                corruption("1_rows__batch_totals", "batch 1", "UPDATE fees_batch SET total = 1"),
                corruption("1_rows__batch_followed", "batch 1", "UPDATE fees_batch SET follows_id = 1 WHERE id = 1"),
                corruption("1_rows__batch_followed", "batch 1", "UPDATE fees_batch SET follows_id = 9 WHERE id = 1"),
                corruption(
                        "1_rows__batch_period",
                        "batch 1",
                        "UPDATE fees_batch SET period_first = '2026-09-01' WHERE id = 1"),
                corruption("1_rows__batch_period", "batch 1", "UPDATE fees_batch SET over_limit = 0 WHERE id = 1"),
                corruption(
                        "1_rows__batch_period",
                        "predefined fee 1",
                        "INSERT INTO fees_predefined (id, name, year_limit) VALUES (1, 'Lab', 0)"),
                corruption(
                        "1_rows__batch_followed",
                        "student 101",
                        "INSERT INTO fees_dismissed VALUES (9, 101, '', NULL, '2026-09-08T12:00:00.000Z', 'ann')"),
                corruption(
                        "audit__effect_has_line",
                        "students left out of batch 1",
                        "INSERT INTO fees_dismissed VALUES (1, 101, '', 'd-1', '2026-09-08T12:00:00.000Z', 'ann')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'dismiss', 'assessment', 9, NULL, NULL, 'd-2', 'done', '')"),
                corruption("audit__effect_has_line", "receipt 2", "DELETE FROM fees_audit WHERE request_key = 'k-2'"),
                corruption(
                        "audit__effect_has_line",
                        "receipt 2",
                        "UPDATE fees_audit SET outcome = 'refused' WHERE request_key = 'k-2'"),
                corruption(
                        "audit__effect_has_line",
                        "receipt 2",
                        "UPDATE fees_audit SET result = 9 WHERE request_key = 'k-2'"),
                corruption(
                        "audit__effect_has_line",
                        "receipt 2",
                        "UPDATE fees_audit SET subject = 101 WHERE request_key = 'k-2'"),
                corruption(
                        "audit__effect_has_line",
                        "receipt 2",
                        "INSERT INTO fees_audit SELECT 99, recorded_at, recorded_by, operation, subject_kind, subject,"
                                + " result_kind, result, request_key, outcome, reason FROM fees_audit WHERE request_key = 'k-2'"),
                corruption("audit__effect_has_line", "batch 1", "DELETE FROM fees_audit WHERE request_key = 'b-1'"),
                corruption(
                        "audit__effect_has_line",
                        "e-mailed receipt 2",
                        "INSERT INTO fees_receipt_mail VALUES (1, 'e-1', 'a-1', 2, 'm@x.example', 0, 'sent', '', '', 'ann', 'receipt')"),
                corruption(
                        "audit__effect_has_line",
                        "e-mailed return-letter 2",
                        "INSERT INTO fees_receipt_mail VALUES (1, 'e-1', 'a-1', 2, 'm@x.example', 0, 'sent', '', '', 'ann', 'return-letter')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'email-receipt', 'receipt', 2, NULL, NULL, 'e-7', 'done', '')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'add-note', 'student', 100, 'note', 1, 'n-7', 'done', '')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'take-down-note', 'note', 1, 'note', 1, 'n-8', 'done', '')"),
                corruption("audit__effect_has_line", "note 1", NOTE),
                corruption("audit__effect_has_line", "taking down of note 1", NOTE, NOTE_WRITTEN, NOTE_END),
                corruption("notes__kept", "note 1", NOTE, NOTE_WRITTEN, "UPDATE fees_note SET studnum = 0"),
                corruption("notes__kept", "note 1", NOTE, NOTE_WRITTEN, "UPDATE fees_note SET note = ' '"),
                corruption("notes__kept", "note 1", NOTE_END, NOTE_ENDED),
                corruption(
                        "notes__kept",
                        "note 1",
                        NOTE,
                        NOTE_WRITTEN,
                        NOTE_END,
                        NOTE_ENDED,
                        "UPDATE fees_note_end SET recorded_at = '2026-09-07T12:00:00.000Z'"),
                corruption(
                        "audit__effect_has_line",
                        "correction 2",
                        "UPDATE fees_audit SET operation = 'reverse' WHERE request_key = 'k-5'"),
                corruption(
                        "audit__effect_has_line",
                        "run 1",
                        "INSERT INTO fees_run (id, request_key, channel, state, invoice_date, audience, sorted_by, invoices,"
                                + " pages, charged, credit, problem, started_at, alive_at, started_by) VALUES"
                                + " (1, 'r-1', 'print', 'done', '2026-09-08', '', 'name', 0, 0, 0, 0, '', '', '', 'ann')"),
                corruption(
                        "audit__effect_has_line",
                        "predefined fee 1",
                        "INSERT INTO fees_predefined (id, name, request_key) VALUES (1, 'Lab', 'f-1')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 1",
                        "UPDATE fees_audit SET request_key = 'k-0' WHERE id = 1"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'add-fee', NULL, NULL, 'fee', 7, 'f-7', 'done', '')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'stop-run', 'run', 7, NULL, NULL, NULL, 'done', '')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'email-invoices', NULL, NULL, 'run', 7, 'r-7', 'done', '')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'waive', 'charge', 1, NULL, NULL, 'w-7', 'done', '')"),
                corruption("1_rows__batch_recorded", "batch 9", "UPDATE fees_jrl SET batch_id = 9 WHERE id = 2"),
                corruption("1_rows__batch_series", "batches", "UPDATE fees_counter SET value = 2 WHERE name = 'batch'"),
                corruption("1_rows__corrected_row_exists", "row 6", "DELETE FROM fees_jrl WHERE id = 5"),
                corruption("1_rows__correction_totals", "correction 2", "DELETE FROM fees_jrl WHERE id = 7"),
                corruption(
                        "1_rows__correction_totals", "correction 3", "UPDATE fees_jrl SET total = 4.99 WHERE id = 9"),
                corruption(
                        "1_rows__correction_totals",
                        "correction 3",
                        "UPDATE fees_correction SET total = 4.99 WHERE id = 3"),
                corruption(
                        "1_rows__correction_totals",
                        "correction 3",
                        "UPDATE fees_correction SET journal_rows = 2 WHERE id = 3"),
                corruption(
                        "1_rows__correction_subject",
                        "correction 2",
                        "UPDATE fees_correction SET subject = 1 WHERE id = 2"),
                corruption(
                        "1_rows__correction_totals",
                        "correction 1",
                        "UPDATE fees_correction SET act = 'cancel' WHERE id = 1"),
                corruption("1_rows__correction_recorded", "row 9", "DELETE FROM fees_correction WHERE id = 3"),
                corruption(
                        "1_rows__correction_recorded", "row 8", "UPDATE fees_jrl SET correction_id = 3 WHERE id = 8"),
                corruption("1_rows__corrected_row_fits", "row 6", "UPDATE fees_jrl SET reverses_id = 2 WHERE id = 6"),
                corruption("1_rows__corrected_row_fits", "row 7", "UPDATE fees_jrl SET reverses_id = 1 WHERE id = 7"),
                corruption(
                        "3_settlement__corrected_once",
                        "row 2",
                        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, reverses_id, recorded_at)"
                                + " VALUES (10, 101, '2026-09-15', 'rev', 'Lab', -114.98, 2, UTC_TIMESTAMP(3))"),
                corruption("3_settlement__past_recorded", "row 2", "DELETE FROM fees_past_settlement"),
                corruption(
                        "3_settlement__past_recorded",
                        "row 1",
                        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, reverses_id, recorded_at)"
                                + " VALUES (10, 100, '2026-09-15', 'rev', 'Lab', -114.98, 1, UTC_TIMESTAMP(3))"),
                corruption("3_settlement__past_fits", "row 2", "UPDATE fees_past_settlement SET ended_by = 7"),
                corruption("3_settlement__past_fits", "row 2", "UPDATE fees_past_settlement SET settled_by = 4"),
                corruption("3_settlement__past_fits", "row 3", "INSERT INTO fees_past_settlement VALUES (3, 5, 6)"),
                corruption("3_settlement__corrected_once", "row 2", "UPDATE fees_jrl SET paid_id = NULL WHERE id = 2"),
                corruption(
                        "5_amounts__reversal_columns",
                        "row 7",
                        "UPDATE fees_jrl SET tax1 = -4.00, tax2 = -10.98 WHERE id = 7"),
                corruption("5_amounts__reversal_columns", "row 7", "UPDATE fees_jrl SET name = 'Lap' WHERE id = 7"),
                corruption("5_amounts__total_alone", "row 9", "UPDATE fees_jrl SET subtotal = 5.00 WHERE id = 9"),
                corruption("5_amounts__payment_negative", "row 8", "UPDATE fees_jrl SET total = 0 WHERE id = 8"),
                corruption("6_request_keys__origin", "row 9", "UPDATE fees_jrl SET correction_id = NULL WHERE id = 9"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key k-6",
                        "UPDATE fees_correction SET request_key = 'k-6' WHERE id = 3"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key b-1",
                        "UPDATE fees_correction SET request_key = 'b-1' WHERE id = 3"),
                corruption("2_credit__not_negative", "student 100", "UPDATE fees_jrl SET total = -99.99 WHERE id = 4"),
                corruption("2_credit__student_and_total", "row 3", "UPDATE fees_jrl SET studnum = NULL WHERE id = 3"),
                corruption("3_settlement__settled_by", "row 1", "DELETE FROM fees_jrl WHERE id = 4"),
                corruption("3_settlement__settled_by", "row 1", "UPDATE fees_jrl SET studnum = 101 WHERE id = 4"),
                corruption("3_settlement__settled_by", "row 1", "UPDATE fees_jrl SET paid_id = 3 WHERE id = 1"),
                corruption("3_settlement__settled_by", "row 2", "UPDATE fees_jrl SET paid_id = 5 WHERE id = 2"),
                corruption("3_settlement__settled_by", "row 2", "UPDATE fees_jrl SET reverses_id = 1 WHERE id = 7"),
                corruption("3_settlement__settled_by", "row 1", "UPDATE fees_jrl SET description = '11' WHERE id = 4"),
                corruption(
                        "3_settlement__listed_charges_settled",
                        "row 1",
                        "UPDATE fees_jrl SET paid_id = NULL WHERE id = 1"),
                corruption("3_settlement__unsettled_empty", "row 1", "UPDATE fees_jrl SET paid_id = 0 WHERE id = 1"),
                corruption("4_receipts__numbered", "row 4", "UPDATE fees_jrl SET paid_id = NULL WHERE id = 4"),
                corruption("4_receipts__numbered", "row 4", "UPDATE fees_jrl SET paid_id = 0 WHERE id = 4"),
                corruption("4_receipts__no_gap", "receipt 2", "UPDATE fees_jrl SET paid_id = 5 WHERE id = 4"),
                corruption("4_receipts__series_start", "receipt 1", "DELETE FROM fees_jrl WHERE id = 3"),
                corruption(
                        "4_receipts__counter",
                        "the counter",
                        "UPDATE fees_counter SET value = 5 WHERE name = 'receipt'"),
                corruption("4_receipts__counter", "the counter", "DELETE FROM fees_counter WHERE name = 'receipt'"),
                corruption(
                        "4_receipts__number_unique",
                        "row 4",
                        "DROP INDEX fees_jrl_receipt ON fees_jrl",
                        "UPDATE fees_jrl SET paid_id = 1 WHERE id = 4"),
                corruption("5_amounts__charge_total", "row 1", "UPDATE fees_jrl SET total = 114.97 WHERE id = 1"),
                corruption("5_amounts__taxes", "row 2", "UPDATE fees_jrl SET tax2 = 9.97, total = 114.97 WHERE id = 2"),
                corruption("5_amounts__taxes", "row 2", "UPDATE fees_jrl SET tax1 = NULL, total = 109.98 WHERE id = 2"),
                corruption(
                        "5_amounts__taxes",
                        "row 1",
                        // 114.98 in all, of which 5.00 and 9.98 are taxes: a cent moved from the subtotal to a tax
                        "UPDATE fees_jrl SET tax_included = 1, tax1 = 5.01, subtotal = 99.99 WHERE id = 1"),
                reminded(
                        "reminders__kept",
                        "student 100 in run 1",
                        "UPDATE fees_run_line SET reminder_days = NULL WHERE run_id = 1"),
                reminded(
                        "reminders__kept",
                        "student 100 in run 1",
                        "UPDATE fees_run_line SET reminder_tone = 'rude' WHERE run_id = 1"),
                reminded(
                        "reminders__kept",
                        "student 100 in run 1",
                        "UPDATE fees_run_line SET charges = '1,99' WHERE run_id = 1"),
                reminded(
                        "reminders__kept",
                        "student 100 in run 1",
                        "UPDATE fees_run_line SET charges = '2' WHERE run_id = 1"),
                reminded(
                        "reminders__kept",
                        "student 100 in run 1",
                        "UPDATE fees_run SET invoice_date = '2026-09-08' WHERE id = 1"),
                reminded("reminders__kept", "student 100 in run 2", "UPDATE fees_run_message SET charges = NULL"),
                reminded("reminders__kept", "student 100 in run 1", "UPDATE fees_run SET kind = NULL WHERE id = 1"),
                reminded(
                        "reminders__once_for_each_stage",
                        "student 100 in run 2",
                        "UPDATE fees_run_line SET reminder_days = 14 WHERE run_id = 2"),
                reminded(
                        "reminders__once_for_each_stage",
                        "student 100 in run 2",
                        "UPDATE fees_run SET invoice_date = '2026-10-20' WHERE id = 1"),
                corruption(
                        "5_amounts__charge_positive",
                        "row 1",
                        "UPDATE fees_jrl SET subtotal = -1, tax1 = 106.00 WHERE id = 1"),
                corruption("5_amounts__payment_negative", "row 4", "UPDATE fees_jrl SET subtotal = 0 WHERE id = 4"),
                corruption("5_amounts__payment_negative", "row 3", "UPDATE fees_jrl SET total = 14.98 WHERE id = 3"),
                corruption(
                        "5_amounts__correction_opposite", "row 6", "UPDATE fees_jrl SET total = 114.99 WHERE id = 6"),
                corruption("6_request_keys__origin", "row 4", "UPDATE fees_jrl SET request_key = NULL WHERE id = 4"),
                corruption("6_request_keys__origin", "row 2", "UPDATE fees_jrl SET batch_id = NULL WHERE id = 2"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key k-1",
                        "DROP INDEX fees_jrl_request ON fees_jrl",
                        "UPDATE fees_jrl SET request_key = 'k-1' WHERE id = 4"),
                corruption("7_months__date_and_kind", "row 3", "UPDATE fees_jrl SET trans_date = NULL WHERE id = 3"),
                corruption(
                        "7_months__date_and_kind",
                        "row 3",
                        "UPDATE fees_jrl SET trans_date = '2024-10-00' WHERE id = 3"),
                corruption(
                        "7_months__date_and_kind",
                        "row 3",
                        "UPDATE fees_jrl SET trans_date = '2024-00-00' WHERE id = 3"),
                corruption("7_months__date_and_kind", "row 3", "UPDATE fees_jrl SET trans_type = 'gift' WHERE id = 3"),
                corruption("7_months__date_and_kind", "row 3", "UPDATE fees_jrl SET trans_type = NULL WHERE id = 3"),
                corruption(
                        "11_taxes__of_the_date",
                        "batch 1",
                        "UPDATE fees_jrl SET tax1_rate = 6, tax1 = 6.00, total = 115.98 WHERE id = 1"),
                corruption("11_taxes__of_the_date", "batch 1", "UPDATE fees_jrl SET tax2_rate = NULL WHERE id = 1"),
                corruption(
                        "11_taxes__of_the_date",
                        "batch 1",
                        "UPDATE fees_jrl SET trans_date = '2026-10-01' WHERE id = 1"),
                corruption(
                        "11_due_dates__of_charges",
                        "row 1",
                        "UPDATE fees_jrl SET due_date = '2026-09-07' WHERE id = 1"),
                corruption(
                        "11_due_dates__of_charges",
                        "row 1",
                        "UPDATE fees_jrl SET due_date = '2026-10-00' WHERE id = 1"),
                corruption(
                        "11_due_dates__of_charges",
                        "row 3",
                        "UPDATE fees_jrl SET due_date = '2026-10-08' WHERE id = 3"),
                corruption(
                        "11_due_dates__of_charges",
                        "row 2",
                        "UPDATE fees_batch SET due_date = '2026-10-08'",
                        "UPDATE fees_jrl SET due_date = '2026-10-08' WHERE id = 1"),
                corruption(
                        "5_amounts__charge_positive",
                        "row 1",
                        "UPDATE fees_jrl SET subtotal = 0, tax1 = 0, tax2 = 0, total = 0 WHERE id = 1"),
                closed("9_closings__series", "closings", "UPDATE fees_counter SET value = 2 WHERE name = 'closing'"),
                closed("9_closings__series", "closing 1", "UPDATE fees_closing SET id = 2"),
                closed("9_closings__carried_forward", "student 100", "UPDATE fees_jrl SET total = -99 WHERE id = 4"),
                closed(
                        "9_closings__carried_forward",
                        "student 101",
                        "INSERT INTO fees_jrl (studnum, trans_date, trans_type, total) VALUES"
                                + " (101, '2026-09-30', 'roa', -1.00), (101, '2026-09-30', 'refund', 1.00)"),
                closed(
                        "9_closings__carried_forward",
                        "student 101",
                        "DELETE FROM fees_closing_account WHERE studnum = 101"),
                closed("9_closings__carried_forward", "student 100", "UPDATE fees_jrl SET studnum = 101 WHERE id = 3"),
                closed(
                        "9_closings__months",
                        "month 2026-09",
                        "UPDATE fees_jrl SET trans_date = '2026-08-31' WHERE id = 3"),
                closed(
                        "9_closings__months",
                        "month 2026-08",
                        "UPDATE fees_jrl SET trans_date = '2026-08-31' WHERE id = 3"),
                closed("9_closings__months", "month 2026-09", "UPDATE fees_closing_month SET total = 0"),
                closed(
                        "9_closings__open_charges",
                        "row 20",
                        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, total) VALUES"
                                + " (20, 100, '2026-09-30', 'chg', 5.00)"),
                closed(
                        "9_closings__open_charges",
                        "row 2",
                        "UPDATE fees_jrl SET trans_date = '2026-10-01' WHERE id = 7"),
                closed(
                        "9_closings__open_charges",
                        "row 1",
                        "INSERT INTO fees_closing_charge VALUES (1, 100, 1, '2026-09-08', 114.98)"),
                closed(
                        "9_closings__open_charges",
                        "row 1",
                        "INSERT INTO fees_closing_charge VALUES (1, 100, 1, '2026-09-08', 114.00)"),
                closed(
                        "9_closings__open_charges",
                        "row 3",
                        "INSERT INTO fees_closing_charge VALUES (1, 100, 3, '2026-09-09', -14.98)"),
                closed(
                        "9_closings__sums",
                        "closing 1",
                        "INSERT INTO fees_closing_charge VALUES (1, 100, 1, '2026-09-08', 114.98)"),
                closed("9_closings__sums", "closing 1", "UPDATE fees_closing_account SET balance = 1"),
                closed("9_closings__sums", "closing 1", "UPDATE fees_closing_sum SET journal_rows = 1"),
                closed("9_closings__sums", "closing 1", "UPDATE fees_closing_sum SET last_recorded = '2020-01-01'"),
                closed("9_closings__days", "day 2026-09-14, kind refund", "UPDATE fees_jrl SET total = 6 WHERE id = 9"),
                closed(
                        "9_closings__days",
                        "day 2026-09-10, kind pay",
                        "UPDATE fees_jrl SET recorded_by = 'bob' WHERE id = 5"),
                closed(
                        "9_closings__days",
                        "day 2026-09-11, kind void",
                        "UPDATE fees_closing_day SET receipt_date = ''"),
                closed(
                        "9_closings__days",
                        "day 2026-09-08, kind chg",
                        "DELETE FROM fees_closing_day WHERE trans_type = 'chg'"),
                closed(
                        "9_closings__groups",
                        "charges Lab of 2026-09-08",
                        "UPDATE fees_jrl SET student_name = 'A', student_homeroom = '9A' WHERE id = 1"),
                closed(
                        "9_closings__groups",
                        "charges Lab of 2026-09-08",
                        "UPDATE fees_jrl SET name = 'Bus' WHERE id = 1"),
                closed(
                        "9_closings__groups",
                        "charges Lab of 2026-09-08",
                        "UPDATE fees_jrl SET paid_id = 7 WHERE id = 1"),
                closed(
                        "9_closings__groups",
                        "charges Lab of 2026-09-08",
                        "UPDATE fees_jrl SET trans_date = '2026-10-01' WHERE id = 7"),
                closed(
                        "9_closings__groups",
                        "charges Lab of 2026-09-08",
                        "UPDATE fees_closing_group SET charges = charges + 1"),
                closed("9_closings__groups", "charges Lab of 2026-09-08", "DELETE FROM fees_closing_group LIMIT 1"),
                closed(
                        "9_closings__groups",
                        "charges Lab of 2026-09-08",
                        "DELETE FROM fees_past_settlement",
                        "UPDATE fees_jrl SET trans_date = '2026-10-01' WHERE id IN (6, 7)"),
                closed(
                        "9_closings__fees",
                        "closing 1, charges Lab of 2026-09-08",
                        "UPDATE fees_closing_fee SET total = 0"),
                closed("9_closings__fees", "closing 1", "UPDATE fees_closing_fee SET latest = 3"),
                closed("9_closings__fees", "closing 1", "UPDATE fees_closing_group SET latest = 3"),
                closed("9_closings__opened", "row 1", "INSERT INTO fees_closing_opened VALUES (1, 1)"),
                closed(
                        "9_closings__opened",
                        "row 1",
                        "INSERT INTO fees_closing_charge VALUES (1, 100, 1, '2026-09-08', 114.98)"),
                closed(
                        "9_closings__receipts",
                        "receipts from 0 of 2026-09-10 by ",
                        "UPDATE fees_jrl SET recorded_by = 'bob' WHERE id = 5"),
                closed(
                        "9_closings__receipts",
                        "receipts from 10000 of 2026-09-10 by ",
                        "UPDATE fees_jrl SET paid_id = 10003 WHERE id = 5"),
                closed(
                        "9_closings__amounts",
                        "kind refund, rows of 6.00",
                        "UPDATE fees_jrl SET total = 6 WHERE id = 9"),
                closed(
                        "9_closings__amounts",
                        "kind refund, rows of 5.00",
                        "DELETE FROM fees_closing_amount WHERE trans_type = 'refund'"),
                closed("9_closings__lists", "closing 1", "UPDATE fees_closing_list SET receipts = 0"),
                closed("9_closings__months", "closing 1, month 2026-09", "UPDATE fees_closing_line SET total = 0"),
                closed("audit__effect_has_line", "closing 1", "DELETE FROM fees_audit WHERE operation = 'close'"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'reopen', NULL, NULL, 'closing', 7, 'c-7', 'done', '')"),
                corruption("10_deposits__series", "deposit 2", "DELETE FROM fees_deposit WHERE id = 2"),
                corruption(
                        "10_deposits__series",
                        "the counter of deposits",
                        "UPDATE fees_counter SET value = 4 WHERE name = 'deposit'"),
                corruption(
                        "10_deposits__series",
                        "the counter of deposits",
                        "DELETE FROM fees_counter WHERE name = 'deposit'"),
                corruption(
                        "10_deposits__row_once",
                        "row 4",
                        "INSERT INTO fees_deposit_row (deposit_id, jrl_id, step, amount) VALUES (3, 4, 1, 100)"),
                corruption(
                        "10_deposits__row_once",
                        "row 4",
                        "INSERT INTO fees_deposit_row (deposit_id, jrl_id, step, amount) VALUES (3, 4, 2, 100)"),
                corruption(
                        "10_deposits__row_once",
                        "row 4",
                        "DROP INDEX fees_deposit_row_journal ON fees_deposit_row",
                        "INSERT INTO fees_deposit_row (deposit_id, jrl_id, step, amount) VALUES (3, 4, 0, 100)"),
                corruption("10_deposits__row_once", "row 5", "UPDATE fees_deposit SET takes_back = 3 WHERE id = 2"),
                corruption(
                        "10_deposits__row_once",
                        "count 1",
                        "UPDATE fees_deposit_row SET deposit_id = 9 WHERE count_id = 1"),
                corruption("10_deposits__money", "row 4", "UPDATE fees_deposit_row SET amount = 99 WHERE jrl_id = 4"),
                corruption("10_deposits__money", "row 4", "UPDATE fees_jrl SET method = 'card' WHERE id = 4"),
                corruption(
                        "10_deposits__money", "row 5", "UPDATE fees_deposit_row SET amount = 114.98 WHERE jrl_id = 5"),
                corruption("10_deposits__money", "row 1", "UPDATE fees_deposit_row SET jrl_id = 1 WHERE jrl_id = 8"),
                corruption("10_deposits__money", "row 6", "UPDATE fees_deposit_row SET jrl_id = 6 WHERE jrl_id = 8"),
                corruption("10_deposits__money", "row 99", "UPDATE fees_deposit_row SET jrl_id = 99 WHERE jrl_id = 8"),
                corruption(
                        "10_deposits__money", "count 1", "UPDATE fees_deposit_row SET amount = -2 WHERE count_id = 1"),
                corruption(
                        "10_deposits__money", "part 6", "UPDATE fees_deposit_row SET jrl_id = NULL WHERE jrl_id = 8"),
                corruption("10_deposits__totals", "deposit 1", "DELETE FROM fees_deposit_row WHERE jrl_id = 4"),
                corruption("10_deposits__totals", "deposit 1", "UPDATE fees_deposit SET difference = 0 WHERE id = 1"),
                corruption("10_deposits__totals", "deposit 2", "UPDATE fees_deposit SET cheques = 0 WHERE id = 2"),
                corruption("10_deposits__totals", "deposit 3", "UPDATE fees_deposit SET cheque_count = 2 WHERE id = 3"),
                corruption(
                        "10_deposits__totals",
                        "deposit 3",
                        "INSERT INTO fees_deposit_row (deposit_id, jrl_id, step, amount) VALUES (3, 9, 0, -5)",
                        "UPDATE fees_deposit SET cash_rows = -5 WHERE id = 3"),
                corruption(
                        "10_deposits__taken_back", "deposit 2", "UPDATE fees_deposit SET takes_back = 9 WHERE id = 2"),
                corruption("10_deposits__taken_back", "deposit 2", "UPDATE fees_deposit SET reason = '' WHERE id = 2"),
                corruption("10_deposits__verified", "deposit 1", "UPDATE fees_deposit_check SET recorded_by = 'Ann'"),
                corruption("10_deposits__verified", "deposit 9", "UPDATE fees_deposit_check SET deposit_id = 9"),
                corruption("10_deposits__counts", "count 1", "UPDATE fees_cash_count SET counted = 164.98"),
                corruption(
                        "10_deposits__counts",
                        "count 1",
                        "UPDATE fees_cash_count SET expected = 163.98, difference = 0"),
                corruption("10_deposits__counts", "count 1", "UPDATE fees_cash_count SET reason = ''"),
                corruption(
                        "10_deposits__pieces",
                        "count 1",
                        "UPDATE fees_cash_count SET pieces = '100.00x1 20.00x3 1.00x3 0.25x3 0.05x4 0.01x4'"),
                corruption("10_deposits__pieces", "count 1", "UPDATE fees_cash_count SET pieces = '163.98'"),
                corruption(
                        "10_deposits__pieces", "deposit 1", "UPDATE fees_deposit SET pieces = '100.00x1' WHERE id = 1"),
                corruption("10_deposits__settled_to", "row 9", "UPDATE fees_deposit SET settled_to = 9 WHERE id = 3"),
                corruption("10_deposits__settled_to", "row 6", "DELETE FROM fees_deposit_row WHERE deposit_id = 2"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key d-1",
                        "UPDATE fees_cash_count SET request_key = 'd-1'"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key k-1",
                        "UPDATE fees_deposit_check SET request_key = 'k-1'"),
                corruption("audit__effect_has_line", "count 1", "DELETE FROM fees_audit WHERE request_key = 'n-1'"),
                corruption(
                        "audit__effect_has_line",
                        "deposit 2",
                        "UPDATE fees_audit SET operation = 'deposit' WHERE request_key = 'd-2'"),
                corruption(
                        "audit__effect_has_line",
                        "verification of deposit 1",
                        "UPDATE fees_audit SET subject = 2 WHERE request_key = 'v-1'"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'deposit', NULL, NULL, 'deposit', 7, 'd-7', 'done', '')"),
                corruption(
                        "audit__line_has_effect",
                        "audit line 99",
                        "INSERT INTO fees_audit VALUES (99, '', 'ann', 'verify-deposit', 'deposit', 3, NULL, NULL, 'd-3', 'done', '')"),
                inherited(
                        "host__student_exists",
                        "student 999",
                        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, total, paid_id)"
                                + " VALUES (10, 999, '2026-09-15', 'roa', -1.00, 9)"));
    }

    private static Arguments closed(String check, String subject, String... corruption) {
        return corruption(
                check,
                subject,
                Stream.concat(Stream.of(CLOSED), Stream.of(corruption)).toArray(String[]::new));
    }

    private static Arguments reminded(String check, String subject, String corruption) {
        return corruption(
                check,
                subject,
                Stream.concat(Stream.of(REMINDED), Stream.of(corruption)).toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void aCorruptedRowIsNamedByTheRuleItBreaks(
            String check, String subject, boolean inherited, List<String> statements) {
        database.execute(statements.toArray(String[]::new));

        Corruptions.assertNamed(verification(database), check, subject, inherited);
        assertThat(report().own() > 0).isEqualTo(!inherited);
    }

    @Test
    void eachRuleIsBrokenByOneOfTheseCorruptions() {
        assertThat(Stream.of(
                                corruptions(),
                                misroundings(),
                                mispostings(),
                                misreturns(),
                                misclassedPayments(),
                                RearrangedRowsVerificationTest.corruptions(),
                                ImportsVerificationTest.corruptions())
                        .flatMap(each -> each)
                        .map(corruption -> corruption.get()[0])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        InvariantQuery.all().stream().map(InvariantQuery::name).toList());
    }

    @Test
    void eachRuleIsAFileThatBeginsWithTheRuleInPlainWords() throws Exception {
        Path folder = Path.of(InvariantQuery.class
                        .getResource("1_rows__batch_totals.sql")
                        .toURI())
                .getParent();
        try (Stream<Path> files =
                Files.list(folder).filter(file -> file.toString().endsWith(".sql"))) {
            assertThat(files)
                    .hasSameSizeAs(InvariantQuery.all())
                    .allSatisfy(file -> assertThat(file).content().startsWith("-- "));
        }
    }

    @Test
    void theSeriesOfReceiptsMayBeMovedOnByTheConfiguration() {
        database.execute(
                "UPDATE fees_jrl SET paid_id = 1000 WHERE id = 5",
                "UPDATE fees_correction SET subject = 1000 WHERE act = 'void'",
                "UPDATE fees_jrl SET paid_id = 1001 WHERE id = 8",
                "UPDATE fees_counter SET value = 1001 WHERE name = 'receipt'");
        database.execute(LOGGED);

        assertThat(new JournalVerification(
                                database.dataSource(), new ConfiguredSettings(Map.of("receipt.first", "1000")), () -> 2)
                        .run()
                        .faults())
                .isEmpty();
    }

    @Test
    void aFeeThatWasRemovedAndARefusalNeedNoEffect() {
        database.execute(
                "INSERT INTO fees_audit VALUES (91, '', 'ann', 'add-fee', NULL, NULL, 'fee', 7, 'f-7', 'done', '')",
                "INSERT INTO fees_audit VALUES (92, '', 'ann', 'remove-fee', 'fee', 7, NULL, NULL, NULL, 'done', '')",
                "INSERT INTO fees_audit VALUES (93, '', 'ann', 'payment', 'student', 100, NULL, NULL, 'k-9', 'refused',"
                        + " 'not-enough-money')");

        assertThat(report().faults()).isEmpty();
    }

    @Test
    void whatIsOlderThanTheAuditLogNeedsNoLine() {
        database.execute(
                "DELETE FROM fees_audit WHERE operation NOT IN ('count-cash', 'deposit', 'counter-deposit', 'verify-deposit')",
                "UPDATE fees_counter SET value = 99 WHERE name LIKE 'audit%'");
        try {
            assertThat(report().faults()).isEmpty();
        } finally {
            database.execute("UPDATE fees_counter SET value = 0 WHERE name LIKE 'audit%'");
        }
    }

    @Test
    void theFaultsOfOldDataAreAllFoundAsInheritedAndNothingElse() {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        var module = TestDatabase.asFeesUser(host);
        MigratedDatabase.to(module);

        var report = report(module);

        assertThat(report.faults()).allMatch(Fault::inherited);
        assertThat(report.faults().stream()
                        .map(fault -> fault.subject().replace("row ", "").replace("student ", "#"))
                        .collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(LegacyDatabase.faults());
        assertThat(report.sum()).isEqualTo(new BigDecimal("18861.04"));
        assertThat(new HashSet<>(report.faults().stream().map(Fault::invariant).toList()))
                .containsExactlyInAnyOrder("3 settlement", "4 receipts", "host");
    }

    @Test
    void readsEachRowOfABigJournalAFewTimes() throws Exception {
        database.execute(
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, subtotal, total, batch_id, recorded_at)"
                        + " SELECT 100 + seq % 5000, '2026-09-08', 'chg', 'Lab', 10, 10, 2, UTC_TIMESTAMP(3) FROM seq_1_to_200000",
                "INSERT INTO fees_batch SELECT 2, 'b-2', NULL, 'Lab', '2026-09-08', 10, 'grade 9', COUNT(*), 0, SUM(total),"
                        + " UTC_TIMESTAMP(3), 'ann' FROM fees_jrl WHERE batch_id = 2",
                "UPDATE fees_counter SET value = 2 WHERE name = 'batch'",
                "INSERT INTO fees_correction SELECT id, CONCAT('c-', id), 'waive', id, '2026-09-09', 'Bursary', 1, -total, 0, 0, 0,"
                        + " UTC_TIMESTAMP(3), 'ann' FROM fees_jrl WHERE batch_id = 2 AND id % 40 = 0",
                "INSERT INTO fees_jrl (studnum, trans_date, trans_type, name, subtotal, total, reverses_id, correction_id,"
                        + " recorded_at) SELECT studnum, '2026-09-09', 'waive', name, -subtotal, -total, id, id,"
                        + " UTC_TIMESTAMP(3) FROM fees_jrl WHERE batch_id = 2 AND id % 40 = 0",
                "UPDATE fees_jrl c JOIN fees_jrl r ON r.reverses_id = c.id AND r.trans_type = 'waive' SET c.paid_id = r.id"
                        + " WHERE c.batch_id = 2");

        database.execute(LOGGED);

        var user = TestDatabase.asFeesUser(database);
        var read = new RowsRead(database, user.user())
                .during(() -> assertThat(report(user).faults()).isEmpty());

        assertThat(read).isBetween(205_000L, 50 * 205_000L);
    }

    private Verification.Report report() {
        return report(database);
    }

    private Verification.Report report(Database seen) {
        return verification(seen).run();
    }

    private JournalVerification verification(Database seen) {
        return new JournalVerification(seen.dataSource(), settings, () -> 2);
    }
}
