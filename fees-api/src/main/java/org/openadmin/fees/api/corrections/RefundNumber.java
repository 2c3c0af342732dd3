package org.openadmin.fees.api.corrections;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a refund: that of its row in the journal. It is printed on the refund slip. */
public record RefundNumber(long value) implements Comparable<RefundNumber> {

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static RefundNumber parse(String text) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value > 0) {
                return new RefundNumber(value);
            }
        } catch (NumberFormatException e) {
            // thrown below in both cases
        }
        throw new InvalidInputException(Field.REFUND, Problem.NOT_A_NUMBER, text);
    }

    @Override
    public int compareTo(RefundNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
