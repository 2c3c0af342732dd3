package org.openadmin.fees.api.notes;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a note on an account. */
public record NoteNumber(long value) implements Comparable<NoteNumber> {

    public NoteNumber {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.NOTE, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static NoteNumber parse(String text) {
        try {
            return new NoteNumber(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.NOTE, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(NoteNumber other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
