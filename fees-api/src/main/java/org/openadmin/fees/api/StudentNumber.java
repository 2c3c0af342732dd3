package org.openadmin.fees.api;

import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The permanent number of a student in the host's records. The journal keeps it after the host has deleted the student. */
public record StudentNumber(int value) implements AccountNumber {

    public StudentNumber {
        if (value <= 0) {
            throw new InvalidInputException(Field.STUDENT, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static StudentNumber parse(String text) {
        try {
            return new StudentNumber(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.STUDENT, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int journalNumber() {
        return value;
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
