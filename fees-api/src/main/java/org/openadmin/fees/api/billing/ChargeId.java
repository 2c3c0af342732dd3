package org.openadmin.fees.api.billing;

import java.util.Collection;
import java.util.stream.Collectors;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/** The number of a charge, which is the id of its journal row. */
public record ChargeId(long value) implements Comparable<ChargeId> {

    public ChargeId {
        if (value <= 0 || value > Integer.MAX_VALUE) {
            throw new InvalidInputException(Field.CHARGES, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    /** @throws InvalidInputException if the text is not a whole number above zero */
    public static ChargeId parse(String text) {
        try {
            return new ChargeId(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw new InvalidInputException(Field.CHARGES, Problem.NOT_A_NUMBER, text);
        }
    }

    public static String joined(Collection<ChargeId> charges) {
        return charges.stream().map(ChargeId::toString).collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(ChargeId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return String.valueOf(value);
    }
}
