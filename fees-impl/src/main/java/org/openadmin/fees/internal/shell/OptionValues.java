package org.openadmin.fees.internal.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.invoicing.InvoiceOrder;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.ValueList;

/** Parses the values of options strictly: a value that is not valid is rejected, never guessed. */
final class OptionValues {

    private OptionValues() {}

    /** Parses a list of taxes such as {@code GST,PST}. */
    static List<String> taxes(String text) {
        return ValueList.split(text);
    }

    /**
     * Parses the number of a payer such as {@code P12}.
     *
     * @throws UsageException if it is a student's number
     */
    static PayerNumber payer(String text) {
        if (AccountNumber.parse(text) instanceof PayerNumber payer) {
            return payer;
        }
        throw new UsageException("usage.payer", text);
    }

    /** Parses lines such as {@code Box 12; Regina SK}. */
    static List<String> lines(String text) {
        return List.of(text.split(";"));
    }

    /** Parses {@code yes} or {@code no}. */
    static boolean yes(String option, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new UsageException("usage.yes-no", option, text);
        };
    }

    /** Parses the version of a payer. */
    static int version(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new UsageException(e, "usage.version", text);
        }
    }

    /** Parses the number of an assessment. */
    static BatchNumber batch(String text) {
        try {
            return new BatchNumber(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new UsageException(e, "usage.batch", text);
        }
    }

    /** Parses a list of student numbers such as {@code 100 101}. */
    static Set<StudentNumber> students(String text) {
        return ValueList.split(text).stream().map(StudentNumber::parse).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Returns the students selected by the options; a profile overrides the group. Each option may be null.
     *
     * @throws UsageException if there is a group without values, or values without a group
     */
    static Optional<Audience> audience(String group, String values, String profile) {
        if (profile != null) {
            return Optional.of(new Audience.Profile(profile));
        }
        if (group == null && values == null) {
            return Optional.empty();
        }
        if (group == null || values == null) {
            throw new UsageException("usage.group-values");
        }
        return Optional.of(Audience.Group.parse(GroupKind.parse(group), values));
    }

    /**
     * Returns when charges are due by the options, each of which may be null.
     *
     * @throws UsageException if both are given
     */
    static Optional<Due> due(String day, String days) {
        if (day != null && days != null) {
            throw new UsageException("usage.due");
        }
        return day != null
                ? Optional.of(new Due.On(Dates.parse(day, Field.DUE)))
                : Optional.ofNullable(days).map(Due::parseDays);
    }

    /** Parses a number of parts, 2 to 60. */
    static int parts(String text) {
        String digits = text.strip();
        if (!digits.matches("-?\\d{1,9}")) {
            throw new InvalidInputException(Field.PARTS, Problem.NOT_A_NUMBER, text);
        }
        return EqualParts.requireCount(Integer.parseInt(digits));
    }

    /** Parses how far apart parts are due; null is every month. */
    static Every every(String text) {
        return text == null
                ? Every.MONTH
                : Every.find(text).orElseThrow(() -> new UsageException("usage.split.every", text));
    }

    /** Parses the order of invoices: {@code name}, {@code homeroom} or {@code grade}. */
    static InvoiceOrder order(String word) {
        return Arrays.stream(InvoiceOrder.values())
                .filter(order -> ShellErrorMessages.key(order).equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> new UsageException("usage.sort", word));
    }

    /** Returns the audience of a fee as it is shown in a table. */
    static String text(Optional<Audience> audience) {
        return audience.map(some -> some instanceof Audience.Group group
                        ? group.kind().keyword() + " " + group.text()
                        : "profile " + ((Audience.Profile) some).name())
                .orElse("");
    }
}
