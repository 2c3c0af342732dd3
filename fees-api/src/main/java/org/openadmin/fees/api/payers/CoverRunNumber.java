package org.openadmin.fees.api.payers;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a cover run: that of the correction that it is. */
public record CoverRunNumber(long value) {

    public CoverRunNumber {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.RUN, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static CoverRunNumber parse(String text) {
        try {
            return new CoverRunNumber(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.RUN, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
