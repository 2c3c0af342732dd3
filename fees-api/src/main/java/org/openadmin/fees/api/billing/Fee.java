package org.openadmin.fees.api.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.TextRules;

/**
 * What is charged: one line of an invoice, without student and date.
 *
 * @param name the name on the invoice, 1 to 255 characters
 * @param description the description on the invoice, up to 255 characters; may be empty
 * @param amount the amount before discount, and before tax unless it includes the taxes; above zero, at most 99,999,999.99
 * @param discount what is taken off the amount
 * @param taxes the short names of the taxes that apply, in the configured order, without duplicates
 * @param taxesIncluded whether the amount includes the taxes, so that it is the total of a charge without a discount; false if there
 *     are none
 */
public record Fee(
        String name, String description, Money amount, Discount discount, List<String> taxes, boolean taxesIncluded) {

    private static final int MAX_TEXT_LENGTH = 255;

    /** @throws InvalidInputException if a value is outside the limits above */
    public Fee {
        name = TextRules.required(Field.NAME, name, MAX_TEXT_LENGTH);
        description = TextRules.optional(Field.DESCRIPTION, description, MAX_TEXT_LENGTH);
        amount.requireReceivable();
        Objects.requireNonNull(discount, "discount");
        taxes = taxes.stream().distinct().toList();
        taxesIncluded = taxesIncluded && !taxes.isEmpty();
    }

    /**
     * A fee whose taxes are added to the amount.
     *
     * @param percent the discount in percent: 0 to 100, at most 4 decimals
     * @throws InvalidInputException if a value is outside the limits above
     */
    public Fee(String name, String description, Money amount, BigDecimal percent, List<String> taxes) {
        this(name, description, amount, new Discount.Percent(percent), taxes, false);
    }
}
