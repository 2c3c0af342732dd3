package org.openadmin.fees.internal.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.openadmin.fees.spi.Settings;

/**
 * A query that finds all rows that break one rule. Each is a resource file beside this class, which begins with the rule in a
 * comment.
 *
 * @param name the name of the file: the invariant that the rule belongs to, and the rule
 * @param sql selects the subject, what was found, what was expected, and whether it is inherited; may contain {@code {first}},
 *     the configured first receipt, and {@code {decimals}}, those of the currency
 */
record InvariantQuery(String name, String sql) {

    private static final List<String> NAMES = List.of(
            "1_rows__batch_totals",
            "1_rows__batch_recorded",
            "1_rows__batch_series",
            "1_rows__batch_followed",
            "1_rows__batch_period",
            "1_rows__corrected_row_exists",
            "1_rows__corrected_row_fits",
            "1_rows__correction_totals",
            "1_rows__correction_subject",
            "1_rows__correction_recorded",
            "1_rows__return",
            "1_rows__sale",
            "1_rows__reason_code",
            "2_credit__not_negative",
            "2_credit__student_and_total",
            "3_settlement__settled_by",
            "3_settlement__unsettled_empty",
            "3_settlement__listed_charges_settled",
            "3_settlement__corrected_once",
            "3_settlement__rounding_voided",
            "3_settlement__past_recorded",
            "3_settlement__past_fits",
            "4_receipts__numbered",
            "4_receipts__number_unique",
            "4_receipts__of_accounts",
            "4_receipts__of_classes",
            "4_receipts__no_gap",
            "4_receipts__series_start",
            "4_receipts__counter",
            "5_amounts__charge_total",
            "5_amounts__taxes",
            "5_amounts__charge_positive",
            "5_amounts__payment_negative",
            "5_amounts__correction_opposite",
            "5_amounts__reversal_columns",
            "5_amounts__total_alone",
            "5_amounts__rounding",
            "6_request_keys__origin",
            "6_request_keys__one_effect",
            "7_months__date_and_kind",
            "8_zero_sum__acts",
            "8_zero_sum__origins",
            "8_zero_sum__transfers",
            "9_closings__series",
            "9_closings__carried_forward",
            "9_closings__months",
            "9_closings__open_charges",
            "9_closings__sums",
            "9_closings__days",
            "9_closings__groups",
            "9_closings__fees",
            "9_closings__opened",
            "9_closings__receipts",
            "9_closings__amounts",
            "9_closings__lists",
            "10_deposits__series",
            "10_deposits__row_once",
            "10_deposits__money",
            "10_deposits__totals",
            "10_deposits__taken_back",
            "10_deposits__verified",
            "10_deposits__counts",
            "10_deposits__pieces",
            "10_deposits__settled_to",
            "10_postings__series",
            "10_postings__rows",
            "10_postings__balanced",
            "10_postings__accounts",
            "10_postings__lines",
            "10_postings__receivable",
            "11_due_dates__of_charges",
            "11_taxes__of_the_date",
            "reminders__kept",
            "reminders__once_for_each_stage",
            "notes__kept",
            "payers__kept",
            "imports__kept",
            "covers__kept",
            "covers__used",
            "audit__effect_has_line",
            "audit__line_has_effect",
            "host__student_exists");

    private static final List<InvariantQuery> ALL =
            NAMES.stream().map(name -> new InvariantQuery(name, read(name))).toList();

    /** All checks, in the order in which their faults are listed. */
    static List<InvariantQuery> all() {
        return ALL;
    }

    /** The number and the word of the invariant, such as {@code 4 receipts}. */
    String invariant() {
        return name.substring(0, name.indexOf("__")).replace('_', ' ');
    }

    String sql(Settings settings) {
        return sql.replace("{first}", String.valueOf(settings.payments().firstReceipt()))
                .replace("{decimals}", String.valueOf(settings.currency().getDefaultFractionDigits()));
    }

    private static String read(String name) {
        String file = name + ".sql";
        try (InputStream in = InvariantQuery.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The bundle lacks the check " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
