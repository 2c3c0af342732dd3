package org.openadmin.fees.internal.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.billing.UnknownTaxException;
import org.openadmin.fees.spi.TaxRate;

/**
 * The price of a fee. The discount is deducted before tax; the subtotal and each tax are rounded separately, with half a cent
 * rounded up.
 *
 * @param configured the school's taxes with the rates of the date of the charge, in the order of the journal's tax columns
 */
public record Pricing(List<TaxRate> configured) {

    private static final int PERCENT = 2;
    private static final BigDecimal HUNDRED_PERCENT = BigDecimal.valueOf(100);

    public Pricing {
        configured = List.copyOf(configured);
    }

    /**
     * The price of one charge of the fee.
     *
     * @throws UnknownTaxException when a tax of the fee is not configured
     * @throws InvalidInputException when the discount leaves nothing to charge, or the total is too large for a row
     */
    public Price price(Fee fee) {
        Money amount = fee.amount();
        Money subtotal = rounded(amount.amount().multiply(HUNDRED_PERCENT.subtract(fee.discount())), amount);
        if (!subtotal.isPositive()) {
            throw new InvalidInputException(
                    Field.DISCOUNT, Problem.OUT_OF_RANGE, fee.discount().toPlainString());
        }
        List<Tax> taxes = new ArrayList<>();
        Money total = subtotal;
        for (Optional<TaxRate> slot : slots(fee)) {
            if (slot.isPresent()) {
                Tax tax = new Tax(
                        slot.get().name(),
                        rounded(subtotal.amount().multiply(slot.get().percent()), amount));
                taxes.add(tax);
                total = total.plus(tax.amount());
            }
        }
        return new Price(amount, subtotal, taxes, total.requireReceivable());
    }

    /**
     * The journal's four tax columns for this fee: the rate where the fee has the tax, empty elsewhere.
     *
     * @throws UnknownTaxException when a tax of the fee is not configured
     */
    public List<Optional<TaxRate>> slots(Fee fee) {
        List<String> unknown = fee.taxes().stream()
                .filter(name ->
                        configured.stream().noneMatch(rate -> rate.name().equalsIgnoreCase(name)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownTaxException(
                    unknown, configured.stream().map(TaxRate::name).toList());
        }
        List<Optional<TaxRate>> slots = new ArrayList<>();
        for (int i = 0; i < Tax.MAX_PER_CHARGE; i++) {
            Optional<TaxRate> rate = i < configured.size() ? Optional.of(configured.get(i)) : Optional.empty();
            slots.add(rate.filter(r -> fee.taxes().stream().anyMatch(r.name()::equalsIgnoreCase)));
        }
        return slots;
    }

    private static Money rounded(BigDecimal hundredfold, Money like) {
        BigDecimal exact = hundredfold.movePointLeft(PERCENT);
        return Money.of(exact.setScale(like.amount().scale(), RoundingMode.HALF_UP), like.currency());
    }
}
