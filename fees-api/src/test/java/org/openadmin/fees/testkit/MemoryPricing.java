package org.openadmin.fees.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.spi.TaxRate;

/**
 * The price of a fee: the discount first, then each tax on what is left, or out of it if it is included, each rounded half up to the
 * cent.
 */
record MemoryPricing(List<TaxRate> configured) {

    private static final BigDecimal ALL = new BigDecimal(100);

    Price price(Fee fee) {
        Money left = fee.discount() instanceof Discount.Percent off
                ? share(fee.amount(), ALL.subtract(off.percent()), ALL)
                : fee.amount().minus(((Discount.Amount) fee.discount()).amount());
        if (!left.isPositive()) {
            throw new InvalidInputException(
                    Field.DISCOUNT, Problem.LEAVES_NOTHING, fee.discount().text());
        }
        BigDecimal whole = ALL;
        if (fee.taxesIncluded()) {
            for (TaxRate rate : rates(fee)) {
                whole = whole.add(rate.percent());
            }
        }
        List<Tax> taxes = new ArrayList<>();
        Money sum = Money.zero(left.currency());
        for (TaxRate rate : rates(fee)) {
            Tax tax = new Tax(rate.name(), share(left, rate.percent(), whole));
            taxes.add(tax);
            sum = sum.plus(tax.amount());
        }
        Money subtotal = fee.taxesIncluded() ? left.minus(sum) : left;
        if (subtotal.isNegative()) {
            throw new InvalidInputException(Field.AMOUNT, Problem.LESS_THAN_TAXES, left.toPlainString());
        }
        return new Price(fee.amount(), subtotal, taxes, subtotal.plus(sum).requireReceivable(), fee.taxesIncluded());
    }

    /** The rates of the fee's taxes, in the configured order. */
    List<TaxRate> rates(Fee fee) {
        List<String> unknown = fee.taxes().stream()
                .filter(name ->
                        configured.stream().noneMatch(rate -> rate.name().equalsIgnoreCase(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownTaxException(
                    unknown, configured.stream().map(TaxRate::name).toList());
        }
        return configured.stream().filter(rate -> has(fee, rate)).toList();
    }

    static boolean has(Fee fee, TaxRate rate) {
        return fee.taxes().stream().anyMatch(rate.name()::equalsIgnoreCase);
    }

    private static Money share(Money amount, BigDecimal parts, BigDecimal whole) {
        BigDecimal share =
                amount.amount().multiply(parts).divide(whole, amount.amount().scale(), RoundingMode.HALF_UP);
        return Money.of(share, amount.currency());
    }
}
