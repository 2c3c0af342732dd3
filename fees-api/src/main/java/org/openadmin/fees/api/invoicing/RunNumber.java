package org.openadmin.fees.api.invoicing;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of an invoice run. */
public record RunNumber(int value) implements Comparable<RunNumber> {

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static RunNumber parse(String text) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value > 0) {
                return new RunNumber(value);
            }
        } catch (NumberFormatException e) {
            // thrown below in both cases
        }
        throw new InvalidInputException(Field.RUN, Problem.NOT_A_NUMBER, text);
    }

    @Override
    public int compareTo(RunNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
