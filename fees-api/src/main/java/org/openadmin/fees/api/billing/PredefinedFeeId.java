package org.openadmin.fees.api.billing;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a predefined fee. */
public record PredefinedFeeId(long value) implements Comparable<PredefinedFeeId> {

    public PredefinedFeeId {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.PREDEFINED, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static PredefinedFeeId parse(String text) {
        try {
            return new PredefinedFeeId(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.PREDEFINED, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(PredefinedFeeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
