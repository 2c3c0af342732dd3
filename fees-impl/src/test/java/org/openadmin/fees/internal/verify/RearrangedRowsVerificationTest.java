package org.openadmin.fees.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.verify.Corruptions.corruption;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openadmin.fees.internal.settings.ConfiguredSettings;
import org.openadmin.fees.itest.database.Database;

/**
 * The rules for rows that only rearrange, for payers, and for a receipt for several accounts. Charge 1 is split, charge 2 transferred to
 * payer 12, charge 20 transferred and taken back; charge 30 is split and put together, and a part of charge 40 waived; credit moves from student 101 to student 100; one cheque pays a part, the payer's
 * charge, and something on account.
 */
@Tag("slow")
class RearrangedRowsVerificationTest {

    private static final String COLUMNS =
            "(id, studnum, trans_date, trans_type, name, subtotal, tax1, tax1_name, tax1_rate, total, origin_id, correction_id,"
                    + " reverses_id, paid_id, recorded_at, recorded_by)";

    private static final String VOID =
            "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, reverses_id, correction_id, recorded_at, recorded_by)"
                    + " VALUES (60, 100, '2026-09-10', 'void', 'Voided', 35, 12, 9, UTC_TIMESTAMP(3), 'ann')";

    private static Database database;

    @BeforeAll
    static void aHost() {
        database = Corruptions.school("(100), (101), (102), (103), (104)");
    }

    @BeforeEach
    void aSmallJournal() {
        database.execute(
                "TRUNCATE TABLE fees_jrl",
                "TRUNCATE TABLE fees_batch",
                "TRUNCATE TABLE fees_correction",
                "TRUNCATE TABLE fees_past_settlement",
                "TRUNCATE TABLE fees_sale",
                "TRUNCATE TABLE fees_class_payment",
                "TRUNCATE TABLE fees_payer",
                "TRUNCATE TABLE fees_payer_change",
                "TRUNCATE TABLE fees_cover",
                "TRUNCATE TABLE fees_cover_end",
                "TRUNCATE TABLE fees_cover_use",
                "TRUNCATE TABLE fees_audit",
                "INSERT INTO fees_payer (id, version, request_key, kind, name, address, email, may_owe, recorded_at, recorded_by) VALUES"
                        + " (12, 2, 'y-1', 'sponsor', 'Band', '', '', 1, UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_payer_change VALUES (1, 12, 2, 'y-2', 'Band', '', '', '', '', 1, UTC_TIMESTAMP(3), 'ann')",
                "UPDATE fees_counter SET value = 12 WHERE name = 'payer'",
                "INSERT INTO fees_batch VALUES (1, 'b-1', NULL, 'Trip', '2026-09-08', 105, 'grade 9', 5, 0, 525, UTC_TIMESTAMP(3), 'ann')",
                charges("1, 100", "2, 101", "20, 102", "30, 103", "40, 104"),
                "INSERT INTO fees_correction VALUES " + act(1, "split", 1, 4) + ", " + act(2, "transfer", 2, 2) + ", "
                        + act(3, "move", 101, 2) + ", " + act(4, "transfer", 20, 2) + ", " + act(5, "takeback", 20, 2)
                        + ", "
                        + act(6, "split", 30, 3) + ", " + act(7, "together", 32, 3) + ", "
                        + act(8, "waive", 40, 4).replace(", 4, 0,", ", 4, -35,"),
                arranged(
                        row(3, 100, "split", "-100, -5, 'GST', 5, -105, 1, 1, NULL, NULL"),
                        row(4, 100, "chg", "33.33, 1.67, 'GST', 5, 35, 1, 1, NULL, 12"),
                        row(5, 100, "chg", "33.33, 1.67, 'GST', 5, 35, 1, 1, NULL, NULL"),
                        row(6, 100, "chg", "33.34, 1.66, 'GST', 5, 35, 1, 1, NULL, NULL"),
                        row(7, 101, "xfer", "-100, -5, 'GST', 5, -105, 2, 2, NULL, NULL"),
                        row(8, -12, "chg", "100, 5, 'GST', 5, 105, 2, 2, NULL, 13"),
                        row(9, 101, "move", "NULL, NULL, NULL, NULL, 10, NULL, 3, NULL, NULL"),
                        row(10, 100, "move", "NULL, NULL, NULL, NULL, -10, NULL, 3, NULL, NULL"),
                        row(21, 102, "xfer", "-100, -5, 'GST', 5, -105, 20, 4, NULL, NULL"),
                        row(22, -12, "chg", "100, 5, 'GST', 5, 105, 20, 4, NULL, 23"),
                        row(23, -12, "xfer", "-100, -5, 'GST', 5, -105, 22, 5, 22, NULL"),
                        row(24, 102, "xfer", "100, 5, 'GST', 5, 105, 20, 5, 21, NULL"),
                        row(31, 103, "split", "-100, -5, 'GST', 5, -105, 30, 6, NULL, NULL"),
                        row(32, 103, "chg", "50, 2.5, 'GST', 5, 52.5, 30, 6, NULL, 34"),
                        row(33, 103, "chg", "50, 2.5, 'GST', 5, 52.5, 30, 6, NULL, 35"),
                        row(34, 103, "split", "-50, -2.5, 'GST', 5, -52.5, 32, 7, NULL, NULL"),
                        row(35, 103, "split", "-50, -2.5, 'GST', 5, -52.5, 33, 7, NULL, NULL"),
                        row(36, 103, "chg", "100, 5, 'GST', 5, 105, 32, 7, NULL, NULL"),
                        row(41, 104, "split", "-100, -5, 'GST', 5, -105, 40, 8, NULL, NULL"),
                        row(42, 104, "chg", "66.67, 3.33, 'GST', 5, 70, 40, 8, NULL, NULL"),
                        row(43, 104, "chg", "33.33, 1.67, 'GST', 5, 35, 40, 8, NULL, 44"),
                        row(44, 104, "waive", "-33.33, -1.67, 'GST', 5, -35, NULL, 8, 43, NULL")),
                "INSERT INTO fees_past_settlement VALUES (20, 21, 24)",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, request_key, recorded_at) VALUES"
                        + " (11, 101, '2026-09-08', 'open', 'Opening credit', -50, 'o-1', UTC_TIMESTAMP(3))",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, paid_id, request_key, lead_id,"
                        + " method, reference, recorded_at, recorded_by) VALUES"
                        + " (12, 100, '2026-09-10', 'pay', 'Payment', '4', -35, 1, 'k-1', NULL, 'cheque', '77', UTC_TIMESTAMP(3), 'ann'),"
                        + " (13, -12, '2026-09-10', 'pay', 'Payment', '8', -105, 1, NULL, 12, 'cheque', '77', UTC_TIMESTAMP(3), 'ann'),"
                        + " (14, 101, '2026-09-10', 'roa', 'Payment', '', -5, 1, NULL, 12, 'cheque', '77', UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, subtotal, total, predefined_id, recorded_at,"
                        + " recorded_by) VALUES (50, 100, '2026-09-10', 'chg', 'Lock', 6, 6, 7, UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_sale VALUES (50, 12, 7)",
                "UPDATE fees_jrl SET paid_id = 3 WHERE id = 1",
                "UPDATE fees_jrl SET paid_id = 7 WHERE id = 2",
                "UPDATE fees_jrl SET paid_id = 31 WHERE id = 30",
                "UPDATE fees_jrl SET paid_id = 41 WHERE id = 40",
                "UPDATE fees_counter SET value = 1 WHERE name IN ('receipt', 'batch')",
                "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, result_kind, result, request_key,"
                        + " outcome, reason) VALUES (UTC_TIMESTAMP(3), 'ann', 'payment', 'student', 100, 'receipt', 1, 'k-1', 'done', '')",
                "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                        + " VALUES (UTC_TIMESTAMP(3), 'ann', 'assess', 'assessment', 1, 'b-1', 'done', '')",
                "INSERT INTO fees_audit (recorded_at, recorded_by, operation, result_kind, result, request_key, outcome, reason)"
                        + " VALUES (UTC_TIMESTAMP(3), 'ann', 'add-payer', 'payer', 12, 'y-1', 'done', '')",
                "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, result_kind, result, request_key,"
                        + " outcome, reason) VALUES (UTC_TIMESTAMP(3), 'ann', 'change-payer', 'payer', 12, 'payer', 12, 'y-2', 'done', '')",
                "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, request_key, outcome, reason)"
                        + " SELECT recorded_at, 'ann', act, 'charge', subject, request_key, 'done', '' FROM fees_correction");
    }

    private static String charges(String... idsAndStudents) {
        return "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, subtotal, tax1, tax1_name, tax1_rate, total, batch_id,"
                + " recorded_at) VALUES "
                + String.join(
                        ", ",
                        Stream.of(idsAndStudents)
                                .map(each -> "(" + each
                                        + ", '2026-09-08', 'chg', 'Trip', 100, 5, 'GST', 5, 105, 1, UTC_TIMESTAMP(3))")
                                .toList());
    }

    /** Makes the transfer a run. */
    private static final String COVER_RUN =
            "UPDATE fees_correction k JOIN fees_jrl j ON j.correction_id = k.id SET k.act = 'cover', j.recorded_at = k.recorded_at"
                    + " WHERE k.id = 2";

    private static final String COVER_END =
            "INSERT INTO fees_cover_end VALUES (2, '2026-09-30', '', 'z-2', UTC_TIMESTAMP(3), 'ann')";

    private static String cover(int id, int payer, int student, String percent) {
        return "INSERT INTO fees_cover VALUES (" + id + ", " + payer + ", " + student + ", '', " + percent
                + ", NULL, '2026-09-01', NULL, '', 'v-" + id + "', UTC_TIMESTAMP(3), 'ann')";
    }

    private static String use(int charge, int cover) {
        return "INSERT INTO fees_cover_use VALUES (" + charge + ", " + cover + ", 2, '2026-09-08', 105)";
    }

    private static String act(int id, String act, int subject, int rows) {
        return "(" + id + ", 'c-" + id + "', '" + act + "', " + subject + ", '2026-09-10', '', " + rows
                + ", 0, 0, 0, 0, UTC_TIMESTAMP(3), 'ann')";
    }

    private static String row(int id, int account, String kind, String rest) {
        return "(" + id + ", " + account + ", '2026-09-10', '" + kind + "', 'Trip', " + rest
                + ", UTC_TIMESTAMP(3), 'ann')";
    }

    private static String arranged(String... rows) {
        return "INSERT INTO fees_jrl " + COLUMNS + " VALUES " + String.join(", ", rows);
    }

    private static JournalVerification verification() {
        return new JournalVerification(
                database.dataSource(), new ConfiguredSettings(Map.of("receipt.first", "1")), () -> 2);
    }

    @Test
    void rowsThatKeepTheirRulesHaveNoFault() {
        Verification.Report report = verification().run();

        assertThat(report.faults()).isEmpty();
        assertThat(report.receipts()).isEqualTo(1);
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                corruption(
                        "8_zero_sum__acts",
                        "correction 1",
                        "UPDATE fees_jrl SET total = 34.99, subtotal = 33.33 WHERE id = 6"),
                corruption(
                        "8_zero_sum__acts",
                        "correction 1",
                        "UPDATE fees_jrl SET subtotal = 33.35, tax1 = 1.65 WHERE id = 6"),
                corruption(
                        "8_zero_sum__acts",
                        "correction 1",
                        "UPDATE fees_jrl SET trans_date = '2026-09-11' WHERE id = 5"),
                corruption("8_zero_sum__acts", "correction 1", "DELETE FROM fees_jrl WHERE id = 5"),
                corruption(
                        "8_zero_sum__acts",
                        "correction 2",
                        "UPDATE fees_jrl SET tax1 = -4, subtotal = -101 WHERE id = 7"),
                corruption("8_zero_sum__acts", "correction 3", "UPDATE fees_jrl SET total = -9.99 WHERE id = 10"),
                corruption("8_zero_sum__acts", "correction 5", "DELETE FROM fees_jrl WHERE id = 23"),
                corruption("8_zero_sum__acts", "correction 7", "DELETE FROM fees_jrl WHERE id = 35"),
                corruption("8_zero_sum__acts", "correction 8", "DELETE FROM fees_jrl WHERE id = 42"),
                corruption("8_zero_sum__origins", "row 36", "UPDATE fees_jrl SET origin_id = 1 WHERE id = 36"),
                corruption(
                        "1_rows__correction_subject",
                        "correction 7",
                        "UPDATE fees_jrl SET origin_id = 33 WHERE id = 36"),
                corruption(
                        "1_rows__correction_subject",
                        "correction 8",
                        "UPDATE fees_correction SET subject = 43 WHERE id = 8"),
                corruption("5_amounts__reversal_columns", "row 44", "UPDATE fees_jrl SET tax1 = -1 WHERE id = 44"),
                corruption("8_zero_sum__origins", "row 5", "UPDATE fees_jrl SET origin_id = 99 WHERE id = 5"),
                corruption("8_zero_sum__origins", "row 5", "UPDATE fees_jrl SET origin_id = 3 WHERE id = 5"),
                corruption("8_zero_sum__origins", "row 5", "UPDATE fees_jrl SET correction_id = 2 WHERE id = 5"),
                corruption("8_zero_sum__origins", "row 5", "UPDATE fees_jrl SET studnum = 101 WHERE id = 5"),
                corruption("8_zero_sum__origins", "row 3", "UPDATE fees_jrl SET origin_id = NULL WHERE id = 3"),
                corruption("8_zero_sum__origins", "row 7", "UPDATE fees_jrl SET origin_id = 1 WHERE id = 7"),
                corruption("8_zero_sum__origins", "row 14", "UPDATE fees_jrl SET origin_id = 1 WHERE id = 14"),
                corruption("8_zero_sum__transfers", "row 7", "UPDATE fees_jrl SET origin_id = NULL WHERE id = 8"),
                corruption(
                        "8_zero_sum__transfers", "row 7", "UPDATE fees_jrl SET subtotal = 99, tax1 = 6 WHERE id = 8"),
                corruption("8_zero_sum__transfers", "row 7", "UPDATE fees_jrl SET studnum = 102 WHERE id = 8"),
                corruption("8_zero_sum__transfers", "row 24", "UPDATE fees_jrl SET total = 104 WHERE id = 24"),
                corruption("4_receipts__of_accounts", "row 13", "UPDATE fees_jrl SET paid_id = 2 WHERE id = 13"),
                corruption(
                        "4_receipts__of_accounts",
                        "row 13",
                        "UPDATE fees_jrl SET trans_date = '2026-09-11' WHERE id = 13"),
                corruption("4_receipts__of_accounts", "row 13", "UPDATE fees_jrl SET method = 'cash' WHERE id = 13"),
                corruption(
                        "4_receipts__of_accounts", "row 13", "UPDATE fees_jrl SET recorded_by = 'bob' WHERE id = 13"),
                corruption("4_receipts__of_accounts", "row 13", "UPDATE fees_jrl SET lead_id = 99 WHERE id = 13"),
                corruption("4_receipts__of_accounts", "row 13", "UPDATE fees_jrl SET lead_id = 14 WHERE id = 13"),
                corruption("4_receipts__of_accounts", "row 14", "UPDATE fees_jrl SET studnum = 100 WHERE id = 14"),
                corruption("4_receipts__of_accounts", "row 14", "UPDATE fees_jrl SET studnum = -12 WHERE id = 14"),
                corruption("2_credit__student_and_total", "row 8", "DELETE FROM fees_payer"),
                corruption("payers__kept", "payer 12", "UPDATE fees_payer SET may_owe = 0"),
                corruption("payers__kept", "payer 12", "UPDATE fees_payer SET kind = 'bank'"),
                corruption("payers__kept", "payer 12", "UPDATE fees_payer SET name = ' '"),
                corruption("payers__kept", "payer 12", "UPDATE fees_counter SET value = 11 WHERE name = 'payer'"),
                corruption("payers__kept", "payer 12", "UPDATE fees_payer SET email = 'other'"),
                corruption("payers__kept", "payer 12", "UPDATE fees_payer SET closed_at = '2026-09-09T12:00:00.000Z'"),
                corruption("payers__kept", "payer 12", "DELETE FROM fees_payer_change"),
                corruption("payers__kept", "payer 12", "DELETE FROM fees_payer"),
                corruption(
                        "audit__effect_has_line", "payer 12", "DELETE FROM fees_audit WHERE operation = 'add-payer'"),
                corruption(
                        "audit__effect_has_line",
                        "change of payer 12",
                        "DELETE FROM fees_audit WHERE operation = 'change-payer'"),
                corruption("covers__kept", "cover 1", cover(1, 99, 100, "100")),
                corruption("covers__kept", "cover 1", cover(1, 12, 0, "100")),
                corruption("covers__kept", "cover 1", cover(1, 12, 100, "100.01")),
                corruption(
                        "covers__kept",
                        "cover 1",
                        cover(1, 12, 100, "100"),
                        "UPDATE fees_cover SET last_day = '2026-08-31'"),
                corruption("covers__kept", "cover 2", cover(1, 12, 100, "100"), COVER_END),
                corruption("covers__kept", "student 100", cover(1, 12, 100, "60"), cover(2, 12, 100, "40.01")),
                corruption("covers__used", "charge 8", COVER_RUN, use(8, 1)),
                corruption("covers__used", "charge 8", COVER_RUN, cover(1, 12, 100, "100"), use(8, 1)),
                corruption(
                        "covers__used",
                        "charge 8",
                        COVER_RUN,
                        cover(1, 12, 101, "100"),
                        use(8, 1),
                        "UPDATE fees_cover_use SET amount = 104"),
                corruption("covers__used", "charge 8", COVER_RUN),
                corruption(
                        "covers__used",
                        "cover 1",
                        COVER_RUN,
                        cover(1, 12, 101, "100"),
                        use(8, 1),
                        "UPDATE fees_cover SET year_limit = 104.99"),
                corruption("covers__used", "run 101", "UPDATE fees_correction SET act = 'uncover' WHERE id = 3"),
                corruption("audit__effect_has_line", "cover 1", cover(1, 12, 100, "100")),
                corruption("audit__effect_has_line", "end of cover 2", COVER_END),
                corruption("3_settlement__settled_by", "row 1", "UPDATE fees_jrl SET origin_id = 2 WHERE id = 3"),
                corruption("3_settlement__settled_by", "row 20", "UPDATE fees_jrl SET paid_id = 21 WHERE id = 20"),
                corruption("3_settlement__settled_by", "row 1", "UPDATE fees_jrl SET paid_id = 10 WHERE id = 1"),
                corruption("3_settlement__past_fits", "row 20", "UPDATE fees_jrl SET reverses_id = NULL WHERE id = 24"),
                corruption("1_rows__corrected_row_fits", "row 24", "UPDATE fees_jrl SET reverses_id = 7 WHERE id = 24"),
                corruption("1_rows__correction_totals", "correction 3", "DELETE FROM fees_jrl WHERE id = 10"),
                corruption(
                        "1_rows__correction_subject",
                        "correction 1",
                        "UPDATE fees_correction SET subject = 2 WHERE id = 1"),
                corruption(
                        "1_rows__correction_recorded",
                        "row 9",
                        "UPDATE fees_correction SET act = 'split' WHERE id = 3"),
                corruption("5_amounts__total_alone", "row 9", "UPDATE fees_jrl SET subtotal = 10 WHERE id = 9"),
                corruption("1_rows__sale", "row 50", "DELETE FROM fees_sale"),
                corruption("6_request_keys__origin", "row 50", "DELETE FROM fees_sale"),
                corruption("1_rows__sale", "row 50", "UPDATE fees_sale SET payment_id = 13"),
                corruption("1_rows__sale", "row 50", "UPDATE fees_sale SET predefined_id = 8"),
                corruption("1_rows__sale", "row 50", "UPDATE fees_jrl SET trans_date = '2026-09-11' WHERE id = 50"),
                corruption("1_rows__sale", "row 50", "UPDATE fees_jrl SET recorded_by = 'bob' WHERE id = 50"),
                corruption("1_rows__sale", "row 50", voiding("'returned'"), VOID),
                corruption(
                        "1_rows__sale",
                        "row 61",
                        voiding("'kept'"),
                        VOID,
                        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, subtotal, total, reverses_id, correction_id,"
                                + " recorded_at, recorded_by) VALUES (61, 100, '2026-09-10', 'rev', 'Lock', -6, -6, 50, 9,"
                                + " UTC_TIMESTAMP(3), 'ann')"),
                corruption("6_request_keys__origin", "row 9", "UPDATE fees_jrl SET correction_id = NULL WHERE id = 9"),
                corruption("6_request_keys__origin", "row 11", "UPDATE fees_jrl SET request_key = NULL WHERE id = 11"));
    }

    /** Voids the payment of what was sold. */
    private static String voiding(String goods) {
        return "INSERT INTO fees_correction (id, request_key, act, subject, trans_date, reason, journal_rows, total, reopened,"
                + " reopened_total, to_credit, recorded_at, recorded_by, goods) VALUES (9, 'c-9', 'void', 1, '2026-09-10', '', 1, 35, 0,"
                + " 0, 0, UTC_TIMESTAMP(3), 'ann', " + goods + ")";
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void aCorruptedRowIsNamedByTheRuleItBreaks(
            String check, String subject, boolean inherited, List<String> statements) {
        database.execute(statements.toArray(String[]::new));

        Corruptions.assertNamed(verification(), check, subject, inherited);
    }
}
