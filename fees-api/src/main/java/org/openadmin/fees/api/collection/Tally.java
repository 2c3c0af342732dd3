package org.openadmin.fees.api.collection;

import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * How many charges, and their sum.
 *
 * @param number zero or more
 * @param sum the sum of their totals, with taxes; below zero only in faulty old data
 */
public record Tally(int number, Money sum) {

    /** @throws IllegalArgumentException if the number is below zero */
    public Tally {
        Objects.requireNonNull(sum, "sum");
        if (number < 0) {
            throw new IllegalArgumentException("Not a number of charges: " + number);
        }
    }

    /** Returns this tally and another one together. */
    public Tally plus(Tally other) {
        return new Tally(number + other.number, sum.plus(other.sum));
    }

    /**
     * Returns this tally without some of its charges.
     *
     * @throws IllegalArgumentException if it has fewer
     */
    public Tally minus(Tally some) {
        return new Tally(number - some.number, sum.minus(some.sum));
    }
}
