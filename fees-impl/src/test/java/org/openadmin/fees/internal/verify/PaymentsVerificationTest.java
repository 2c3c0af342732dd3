package org.openadmin.fees.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.verify.Corruptions.corruption;
import static org.openadmin.fees.internal.verify.Corruptions.inherited;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Corrupted roundings of cash, and corrupted payments of a class. */
@Tag("slow")
class PaymentsVerificationTest extends SmallJournalTestBase {

    /** The cash of payment 4 was rounded by 0.02, which row 10 records. */
    private static final String[] ROUNDED = {
        "UPDATE fees_jrl SET method = 'cash' WHERE id = 4",
        "INSERT INTO fees_jrl (id, studnum, trans_date, trans_type, name, description, total, rounding_step, reverses_id,"
                + " recorded_at) VALUES (10, 100, '2026-09-10', 'round', 'Cash rounding', '', -0.02, 0.05, 4,"
                + " UTC_TIMESTAMP(3))"
    };

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
        assertNamed(rule, subject, inherited, corruption);
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
        assertNamed(rule, subject, inherited, corruption);
    }
}
