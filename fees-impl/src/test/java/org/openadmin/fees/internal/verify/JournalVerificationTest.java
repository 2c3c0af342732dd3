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
import org.openadmin.fees.itest.database.TestDatabase;

@Tag("slow")
class JournalVerificationTest extends SmallJournalTestBase {

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

    @Test
    void aClosedMonthHasNoFault() {
        database.execute(CLOSED);

        assertThat(report().faults()).isEmpty();
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
        assertNamed(check, subject, inherited, statements);
    }

    @Test
    void eachRuleIsBrokenByOneOfTheseCorruptions() {
        assertThat(Stream.of(
                                corruptions(),
                                PaymentsVerificationTest.misroundings(),
                                PaymentsVerificationTest.misclassedPayments(),
                                ReturnsVerificationTest.misreturns(),
                                PostingsVerificationTest.mispostings(),
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
}
