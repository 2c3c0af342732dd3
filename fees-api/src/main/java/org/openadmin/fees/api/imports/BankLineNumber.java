package org.openadmin.fees.api.imports;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a transaction of the bank that was imported. */
public record BankLineNumber(int value) implements Comparable<BankLineNumber> {

    public BankLineNumber {
        if (value <= 0) {
            throw new InvalidInputException(Field.BANK_LINE, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static BankLineNumber parse(String text) {
        try {
            return new BankLineNumber(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.BANK_LINE, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(BankLineNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
