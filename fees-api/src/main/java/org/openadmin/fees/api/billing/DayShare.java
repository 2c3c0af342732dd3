package org.openadmin.fees.api.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.openadmin.fees.api.Money;

/**
 * How much of a period is charged.
 *
 * @param days how many of its days, zero or more
 * @param of all its days, at least one and at least as many
 */
public record DayShare(int days, int of) {

    public DayShare {
        if (of < 1 || days < 0 || days > of) {
            throw new IllegalArgumentException(days + " of " + of + " days");
        }
    }

    /** Whether it is the whole period. */
    public boolean isWhole() {
        return days == of;
    }

    /** This share of an amount: amount × days / all days, where half a cent rounds up. Never more than the amount. */
    public Money of(Money amount) {
        BigDecimal share = amount.amount()
                .multiply(BigDecimal.valueOf(days))
                .divide(BigDecimal.valueOf(of), amount.amount().scale(), RoundingMode.HALF_UP);
        return Money.of(share, amount.currency());
    }

    /**
     * A fee of this share of the price of another one, without a discount: its amount is the share of what that costs after discount, before tax
     * unless the amount includes the taxes. At least the smallest amount of the currency.
     *
     * @param price the price of the whole fee
     */
    public Fee of(Fee fee, Price price) {
        if (isWhole()) {
            return fee;
        }
        Money amount = of(fee.taxesIncluded() ? price.total() : price.subtotal());
        Money smallest = Money.of(BigDecimal.ONE.movePointLeft(amount.amount().scale()), amount.currency());
        return new Fee(
                fee.name(),
                fee.description(),
                amount.isPositive() ? amount : smallest,
                new Discount.Percent(BigDecimal.ZERO),
                fee.taxes(),
                fee.taxesIncluded());
    }

    /** What is left of an amount without this share, so that both add up to it. */
    public Money restOf(Money amount) {
        return amount.minus(of(amount));
    }
}
