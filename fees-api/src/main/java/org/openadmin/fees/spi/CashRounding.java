package org.openadmin.fees.spi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;

/**
 * How sums are rounded that change hands in cash, where the smallest coins are no longer made. Other methods are exact.
 *
 * @param step what all cash sums are multiples of, such as 0.05; empty if they are not rounded
 */
public record CashRounding(Optional<Money> step) {

    private static final CashRounding NONE = new CashRounding(Optional.empty());

    public static CashRounding none() {
        return NONE;
    }

    /** @param step above zero */
    public static CashRounding to(Money step) {
        return new CashRounding(Optional.of(step));
    }

    /**
     * The sum that changes hands for this amount: the nearest multiple of the step, half a step up; one step at least.
     *
     * @param exact above zero
     */
    public Money sum(Money exact) {
        return step.map(each -> {
                    Money nearest = nearest(exact, each);
                    return nearest.isPositive() ? nearest : each;
                })
                .orElse(exact);
    }

    /**
     * How much less than the amount changes hands, negative if it is more: at most half a step. Zero if sums are not rounded, and for an
     * amount that is so small that nothing would be left of it.
     *
     * @param exact above zero
     */
    public Money difference(Money exact) {
        Money zero = Money.zero(exact.currency());
        return step.map(each -> nearest(exact, each))
                .filter(Money::isPositive)
                .map(exact::minus)
                .orElse(zero);
    }

    private static Money nearest(Money exact, Money step) {
        BigDecimal steps = exact.amount().divide(step.amount(), 0, RoundingMode.HALF_UP);
        return Money.of(steps.multiply(step.amount()), exact.currency());
    }

    /**
     * Returns an amount that can change hands in cash.
     *
     * @throws InvalidInputException if it is not a multiple of the step; the nearest one is proposed
     */
    public Money requirePayable(Money amount) {
        if (step.isPresent() && amount.amount().remainder(step.get().amount()).signum() != 0) {
            throw new InvalidInputException(
                    Field.AMOUNT,
                    Problem.NOT_IN_CASH,
                    amount.toPlainString(),
                    sum(amount).toPlainString());
        }
        return amount;
    }
}
