package org.openadmin.fees.api.postings;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a posting. Numbers start at 1 and have no gaps. */
public record PostingNumber(long value) implements Comparable<PostingNumber> {

    public PostingNumber {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.POSTING, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static PostingNumber parse(String text) {
        try {
            return new PostingNumber(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.POSTING, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(PostingNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
