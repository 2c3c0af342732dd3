package org.openadmin.fees.api.billing;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;

/**
 * What limits the charges of a predefined fee.
 *
 * <p>The limit is compared with the totals of charges, after discounts and with all taxes, because that is what a family pays; the amount of a
 * fee may be before both. It goes by the name of the fee: charges of this name count however they were made, and of several predefined fees
 * with one name, the lowest limit holds for all.
 *
 * @param yearLimit the most that a student is charged in a school year, above zero; empty for no limit
 * @param period the days that the fee is for; empty if it is for none in particular
 */
public record FeeTerms(Optional<Money> yearLimit, Optional<FeePeriod> period) {

    /** Neither a limit nor a period. */
    public static final FeeTerms NONE = new FeeTerms(Optional.empty(), Optional.empty());

    /** @throws InvalidInputException if the limit is not above zero */
    public FeeTerms {
        yearLimit.ifPresent(Money::requireReceivable);
        Objects.requireNonNull(period, "period");
    }

    /** @throws InvalidInputException if the limit is less than the price of one charge, so that nobody could be charged */
    public void requireLimit(Money price) {
        yearLimit.filter(limit -> limit.compareTo(price) < 0).ifPresent(limit -> {
            throw new InvalidInputException(
                    Field.YEAR_LIMIT, Problem.OUT_OF_RANGE, limit.toPlainString(), price.toPlainString());
        });
    }

    /** The same with another limit. */
    public FeeTerms limitedTo(Optional<Money> limit) {
        return new FeeTerms(limit, period);
    }
}
