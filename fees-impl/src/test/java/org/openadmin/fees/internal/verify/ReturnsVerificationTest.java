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

/** Corrupted payments that the bank returned. */
@Tag("slow")
class ReturnsVerificationTest extends SmallJournalTestBase {

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
        assertNamed(rule, subject, inherited, corruption);
    }
}
