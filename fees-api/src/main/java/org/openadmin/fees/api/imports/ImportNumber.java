package org.openadmin.fees.api.imports;

import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of an import. */
public record ImportNumber(int value) implements Comparable<ImportNumber> {

    public ImportNumber {
        if (value <= 0) {
            throw new InvalidInputException(Field.IMPORT, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static ImportNumber parse(String text) {
        try {
            return new ImportNumber(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.IMPORT, Problem.NOT_A_NUMBER, text);
        }
    }

    @Override
    public int compareTo(ImportNumber other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
