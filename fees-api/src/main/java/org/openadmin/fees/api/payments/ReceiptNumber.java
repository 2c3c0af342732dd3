package org.openadmin.fees.api.payments;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a receipt. Numbers start at the configured value and have no gaps. */
public record ReceiptNumber(long value) implements Comparable<ReceiptNumber> {

    public ReceiptNumber {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.RECEIPT, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static ReceiptNumber parse(String text) {
        try {
            return new ReceiptNumber(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.RECEIPT, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(ReceiptNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
