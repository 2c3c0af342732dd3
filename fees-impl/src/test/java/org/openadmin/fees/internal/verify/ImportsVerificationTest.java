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
 * The rules for imports. Import 1 has four lines: one became receipt 1, one was claimed and became receipt 2, one was sent back, and of one
 * receipt 4 was voided, so that it was claimed again and became receipt 5. Import 2 was undone.
 */
@Tag("slow")
class ImportsVerificationTest {

    private static Database database;

    @BeforeAll
    static void aHost() {
        database = Corruptions.school("(100), (101)");
    }

    @BeforeEach
    void aSmallJournal() {
        database.execute(
                "TRUNCATE TABLE fees_jrl",
                "TRUNCATE TABLE fees_correction",
                "TRUNCATE TABLE fees_audit",
                "TRUNCATE TABLE fees_import",
                "TRUNCATE TABLE fees_import_line",
                "TRUNCATE TABLE fees_import_end",
                "TRUNCATE TABLE fees_import_undo",
                "TRUNCATE TABLE fees_import_again",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, paid_id, request_key, recorded_at) VALUES"
                        + " (1, 100, '2026-09-08', 'roa', 'Payment', -5, 1, 'k-1', UTC_TIMESTAMP(3)),"
                        + " (2, 101, '2026-09-08', 'roa', 'Payment', -6, 2, 'k-2', UTC_TIMESTAMP(3)),"
                        + " (3, 101, '2026-09-08', 'roa', 'Payment', -9, 3, 'k-3', UTC_TIMESTAMP(3)),"
                        + " (5, 101, '2026-09-08', 'roa', 'Payment', -3, 4, 'k-4', UTC_TIMESTAMP(3)),"
                        + " (7, 100, '2026-09-08', 'roa', 'Payment', -3, 5, 'k-5', UTC_TIMESTAMP(3))",
                "INSERT INTO fees_correction VALUES (1, 'v-1', 'void', 3, '2026-09-10', '', 1, 9, 0, 0, 0, UTC_TIMESTAMP(3), 'ann'),"
                        + " (2, 'v-2', 'void', 4, '2026-09-10', '', 1, 3, 0, 0, 0, UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, total, reverses_id, correction_id, recorded_at) VALUES"
                        + " (4, 101, '2026-09-10', 'void', 'Voided', 9, 3, 1, UTC_TIMESTAMP(3)),"
                        + " (6, 101, '2026-09-10', 'void', 'Voided', 3, 5, 2, UTC_TIMESTAMP(3))",
                "INSERT INTO fees_import VALUES"
                        + " (1, 'bank', 'a.csv', 'a', 0, 4, 21, 'i-1', UTC_TIMESTAMP(3), 'ann'),"
                        + " (2, 'bank', 'b.csv', 'b', 0, 1, 9, 'i-2', UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_import_line VALUES"
                        + " (1, 1, 2, 'x', 0, '2026-09-08', 5, '', 1), (2, 1, 3, 'y', 0, '2026-09-08', 6, '', NULL),"
                        + " (3, 1, 4, 'z', 0, '2026-09-08', 7, '', NULL), (4, 2, 2, 'w', 0, '2026-09-08', 9, '', 3),"
                        + " (5, 1, 5, 'v', 0, '2026-09-08', 3, '', 5)",
                "INSERT INTO fees_import_again VALUES (5, 1, 7, '', 'e-5', UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_import_end VALUES (2, 2, '', 'e-2', UTC_TIMESTAMP(3), 'ann'),"
                        + " (3, NULL, 'another school', 'e-3', UTC_TIMESTAMP(3), 'ann')",
                "INSERT INTO fees_import_undo VALUES (2, 'wrong file', 'u-2', UTC_TIMESTAMP(3), 'ann')",
                "UPDATE fees_counter SET value = 5 WHERE name = 'receipt'",
                "INSERT INTO fees_audit (recorded_at, recorded_by, operation, subject_kind, subject, result_kind, result, request_key,"
                        + " outcome, reason) VALUES"
                        + " (UTC_TIMESTAMP(3), 'ann', 'payment', 'student', 100, 'receipt', 1, 'k-1', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'payment', 'student', 101, 'receipt', 2, 'k-2', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'payment', 'student', 101, 'receipt', 3, 'k-3', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'void', 'receipt', 3, NULL, NULL, 'v-1', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'import', NULL, NULL, 'import', 1, 'i-1', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'import', NULL, NULL, 'import', 2, 'i-2', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'claim', 'line', 2, 'receipt', 2, 'e-2', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'send-back', 'line', 3, NULL, NULL, 'e-3', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'undo-import', 'import', 2, NULL, NULL, 'u-2', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'payment', 'student', 101, 'receipt', 4, 'k-4', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'payment', 'student', 100, 'receipt', 5, 'k-5', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'void', 'receipt', 4, NULL, NULL, 'v-2', 'done', ''),"
                        + " (UTC_TIMESTAMP(3), 'ann', 'claim', 'line', 5, 'receipt', 5, 'e-5', 'done', '')");
    }

    private static JournalVerification verification() {
        return new JournalVerification(
                database.dataSource(), new ConfiguredSettings(Map.of("receipt.first", "1")), () -> 3);
    }

    @Test
    void importsThatAreKeptHaveNoFault() {
        assertThat(verification().run().faults()).isEmpty();
    }

    static Stream<Arguments> corruptions() {
        return Stream.of(
                corruption("imports__kept", "import 1", "DELETE FROM fees_import_line WHERE id = 3"),
                corruption("imports__kept", "import 1", "UPDATE fees_import SET total = 17 WHERE id = 1"),
                corruption("imports__kept", "import 1", "UPDATE fees_import_line SET amount = 8 WHERE id = 3"),
                corruption("imports__kept", "bank line 1", "UPDATE fees_import_line SET row_id = 99 WHERE id = 1"),
                corruption("imports__kept", "bank line 1", "UPDATE fees_jrl SET total = -4 WHERE id = 1"),
                corruption("imports__kept", "bank line 2", "UPDATE fees_import_end SET row_id = 99 WHERE line_id = 2"),
                corruption("imports__kept", "bank line 1", "UPDATE fees_import_end SET line_id = 1 WHERE line_id = 2"),
                corruption("imports__kept", "bank line 3", "UPDATE fees_import_end SET reason = '' WHERE line_id = 3"),
                corruption("imports__kept", "bank line 9", "UPDATE fees_import_end SET line_id = 9 WHERE line_id = 3"),
                corruption("imports__kept", "row 1", "UPDATE fees_import_end SET row_id = 1 WHERE line_id = 2"),
                corruption("imports__kept", "import 2", "DELETE FROM fees_jrl WHERE id = 4"),
                corruption("imports__kept", "bank line 5", "UPDATE fees_correction SET act = 'return' WHERE id = 2"),
                corruption("imports__kept", "bank line 5", "UPDATE fees_import_again SET row_id = 99"),
                corruption("imports__kept", "row 7", "UPDATE fees_import_end SET row_id = 7 WHERE line_id = 2"),
                corruption("audit__effect_has_line", "bank line 5", "DELETE FROM fees_audit WHERE request_key = 'e-5'"),
                corruption("audit__line_has_effect", "audit line 13", "DELETE FROM fees_import_again"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key e-2",
                        "UPDATE fees_import_again SET request_key = 'e-2'"),
                corruption(
                        "6_request_keys__one_effect",
                        "request key k-1",
                        "UPDATE fees_import SET request_key = 'k-1' WHERE id = 1"),
                corruption("audit__effect_has_line", "import 1", "DELETE FROM fees_audit WHERE request_key = 'i-1'"),
                corruption(
                        "audit__effect_has_line",
                        "undone import 2",
                        "DELETE FROM fees_audit WHERE request_key = 'u-2'"),
                corruption("audit__effect_has_line", "bank line 3", "DELETE FROM fees_audit WHERE request_key = 'e-3'"),
                corruption("audit__line_has_effect", "audit line 5", "DELETE FROM fees_import WHERE id = 1"),
                corruption("audit__line_has_effect", "audit line 9", "DELETE FROM fees_import_undo"));
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void aCorruptedRowIsNamedByTheRuleItBreaks(
            String check, String subject, boolean inherited, List<String> statements) {
        database.execute(statements.toArray(String[]::new));

        Corruptions.assertNamed(verification(), check, subject, inherited);
    }
}
