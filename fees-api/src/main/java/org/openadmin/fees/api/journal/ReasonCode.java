package org.openadmin.fees.api.journal;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * A short name for why the school gives up a fee, such as {@code hardship}, by which the waivers are added up. The school configures
 * its codes; the journal keeps one that is no longer configured.
 *
 * @param value small letters, digits and hyphens, up to 32 characters
 */
public record ReasonCode(String value) implements Comparable<ReasonCode> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /** @throws IllegalArgumentException if it has another form, see {@link #isOne} */
    public ReasonCode {
        Objects.requireNonNull(value, "value");
        if (!isOne(value)) {
            throw new IllegalArgumentException("Not a reason code: " + value);
        }
    }

    /**
     * The code that somebody typed, in any case and with blanks around it.
     *
     * @throws InvalidInputException if it has another form
     */
    public static ReasonCode parse(String text) {
        String code = text.strip().toLowerCase(Locale.ROOT);
        if (!isOne(code)) {
            throw new InvalidInputException(Field.REASON_CODE, Problem.UNKNOWN, text);
        }
        return new ReasonCode(code);
    }

    /** Whether a text has the form of a code. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    @Override
    public int compareTo(ReasonCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
