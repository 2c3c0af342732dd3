package org.openadmin.fees.api.billing;

import java.math.BigDecimal;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.TextRules;

/**
 * What is charged: one line of an invoice, without student and date.
 *
 * @param name the name on the invoice, 1 to 255 characters
 * @param description the description on the invoice, up to 255 characters; may be empty
 * @param amount the amount before discount and tax; above zero, at most 99,999,999.99
 * @param discount the discount in percent, taken off the amount before tax: 0 to 100, at most 2 decimals
 * @param taxes the short names of the taxes that apply, in the configured order, without duplicates
 */
public record Fee(String name, String description, Money amount, BigDecimal discount, List<String> taxes) {

    private static final int MAX_TEXT_LENGTH = 255;
    private static final int DISCOUNT_DECIMALS = 2;
    private static final BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(100);

    /** @throws InvalidInputException if a value is outside the limits above */
    public Fee {
        name = TextRules.required(Field.NAME, name, MAX_TEXT_LENGTH);
        description = TextRules.optional(Field.DESCRIPTION, description, MAX_TEXT_LENGTH);
        amount.requireReceivable();
        if (discount.signum() < 0 || discount.compareTo(HUNDRED_PERCENT) > 0) {
            throw new InvalidInputException(Field.DISCOUNT, Problem.OUT_OF_RANGE, discount.toPlainString());
        }
        if (discount.stripTrailingZeros().scale() > DISCOUNT_DECIMALS) {
            throw new InvalidInputException(Field.DISCOUNT, Problem.TOO_MANY_DECIMALS, discount.toPlainString());
        }
        discount = discount.setScale(DISCOUNT_DECIMALS);
        taxes = taxes.stream().distinct().toList();
    }
}
