package org.openadmin.fees.api.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;

/** An amount in so many equal parts. What a cent cannot be divided into is on the last one: 99.99 is three times 25.00, and 24.99. */
public final class EqualParts {

    public static final int MIN = 2;
    public static final int MAX = 60;

    private EqualParts() {}

    /**
     * Returns this number of parts.
     *
     * @throws InvalidInputException if there are fewer than 2 or more than 60
     */
    public static int requireCount(int count) {
        if (count < MIN || count > MAX) {
            throw outOfRange(count);
        }
        return count;
    }

    /**
     * The parts, each above zero, which add up to the amount. They are rounded to the nearest cent, or down if nothing would be left for
     * the last one.
     *
     * @throws InvalidInputException if there are fewer than 2 or more than 60 parts, or not a cent for each
     */
    public static List<Money> of(Money amount, int count) {
        requireCount(count);
        List<Money> nearest = of(amount, count, RoundingMode.HALF_UP);
        List<Money> parts = nearest.get(count - 1).isPositive() ? nearest : of(amount, count, RoundingMode.DOWN);
        if (!parts.get(0).isPositive()) {
            throw outOfRange(count);
        }
        return parts;
    }

    private static List<Money> of(Money amount, int count, RoundingMode rounding) {
        BigDecimal each = amount.amount()
                .divide(BigDecimal.valueOf(count), amount.amount().scale(), rounding);
        Money part = Money.of(each, amount.currency());
        List<Money> parts = new ArrayList<>(Collections.nCopies(count - 1, part));
        parts.add(amount.minus(part.times(count - 1)));
        return List.copyOf(parts);
    }

    private static InvalidInputException outOfRange(int count) {
        return new InvalidInputException(Field.PARTS, Problem.OUT_OF_RANGE, String.valueOf(count));
    }
}
