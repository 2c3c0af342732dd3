package org.openadmin.fees.internal.invoicing;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.ReminderStage;
import org.openadmin.fees.api.invoicing.ReminderStage.Tone;
import org.openadmin.fees.internal.persistence.Row;

/** How the tables of runs, their students and their messages hold values. */
final class RunColumns {

    private static final int MAX_TEXT_LENGTH = 512;

    private RunColumns() {}

    /** An enum constant as stored in the tables, such as {@code nothing-due}. */
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String constantName(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Their numbers, separated by commas. */
    static String text(List<ChargeId> charges) {
        return charges.stream().map(ChargeId::toString).collect(Collectors.joining(","));
    }

    static List<ChargeId> charges(Row row) {
        return Stream.of(row.text("charges").split(","))
                .filter(id -> !id.isEmpty())
                .map(ChargeId::parse)
                .toList();
    }

    static AccountNumber student(Row row) {
        return AccountNumber.ofJournal(row.integer("studnum"));
    }

    static StudentSnapshot snapshot(Row row) {
        return new StudentSnapshot(
                student(row), row.text("student_name"), row.text("student_grade"), row.text("student_homeroom"));
    }

    static Outcome outcome(Row row) {
        return Outcome.valueOf(constantName(row.text("outcome")));
    }

    /** The columns {@code reminder_days} and {@code reminder_tone}; empty for an invoice. */
    static Optional<ReminderStage> reminder(Row row) {
        String tone = row.text("reminder_tone");
        return tone.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReminderStage(row.integer("reminder_days"), Tone.valueOf(constantName(tone))));
    }

    /** A text that may be longer than its column. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_TEXT_LENGTH
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT_LENGTH - 1)) + "…";
    }
}
