package org.openadmin.fees.api.till;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a deposit. Numbers start at 1 and have no gaps. */
public record DepositNumber(long value) implements Comparable<DepositNumber> {

    public DepositNumber {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.DEPOSIT, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static DepositNumber parse(String text) {
        try {
            return new DepositNumber(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.DEPOSIT, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(DepositNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
