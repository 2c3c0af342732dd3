package org.openadmin.fees.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.spi.TaxRate;

/** The price of a fee: the discount first, then each tax on what is left, each rounded half up to the cent. */
record MemoryPricing(List<TaxRate> configured) {

    Price price(Fee fee) {
        Money subtotal = percent(fee.amount(), new BigDecimal(100).subtract(fee.discount()));
        if (subtotal.isZero()) {
            throw new InvalidInputException(
                    Field.DISCOUNT, Problem.OUT_OF_RANGE, fee.discount().toPlainString());
        }
        List<Tax> taxes = new ArrayList<>();
        for (TaxRate rate : rates(fee)) {
            taxes.add(new Tax(rate.name(), percent(subtotal, rate.percent())));
        }
        Money total = taxes.stream().map(Tax::amount).reduce(subtotal, Money::plus);
        return new Price(fee.amount(), subtotal, taxes, total.requireReceivable());
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

    private static Money percent(Money amount, BigDecimal percent) {
        BigDecimal exact = amount.amount().multiply(percent).movePointLeft(2);
        return Money.of(exact.setScale(amount.amount().scale(), RoundingMode.HALF_UP), amount.currency());
    }
}
