package org.openadmin.fees.internal.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * The price of a fee. The discount is deducted first. Taxes are added to what is left, or taken out of it if it includes them. Each
 * is rounded separately, with half a cent rounded up.
 *
 * @param configured the school's taxes with the rates of the date of the charge, in the order of the journal's tax columns
 */
public record Pricing(List<TaxRate> configured) {

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
        Money reduced = reduced(fee);
        List<TaxRate> rates = slots(fee).stream().flatMap(Optional::stream).toList();
        return fee.taxesIncluded() ? including(fee.amount(), reduced, rates) : adding(fee.amount(), reduced, rates);
    }

    private static Money reduced(Fee fee) {
        Money amount = fee.amount();
        Money reduced = fee.discount() instanceof Discount.Amount off
                ? amount.minus(off.amount())
                : part(
                        amount,
                        HUNDRED_PERCENT.subtract(((Discount.Percent) fee.discount()).percent()),
                        HUNDRED_PERCENT);
        if (!reduced.isPositive()) {
            throw new InvalidInputException(
                    Field.DISCOUNT, Problem.LEAVES_NOTHING, fee.discount().text());
        }
        return reduced;
    }

    private static Price adding(Money amount, Money subtotal, List<TaxRate> rates) {
        List<Tax> taxes = taxes(subtotal, rates, HUNDRED_PERCENT);
        return new Price(
                amount, subtotal, taxes, subtotal.plus(sum(taxes, amount)).requireReceivable(), false);
    }

    private static Price including(Money amount, Money total, List<TaxRate> rates) {
        BigDecimal whole = rates.stream().map(TaxRate::percent).reduce(HUNDRED_PERCENT, BigDecimal::add);
        List<Tax> taxes = taxes(total, rates, whole);
        Money subtotal = total.minus(sum(taxes, amount));
        if (subtotal.isNegative()) {
            throw new InvalidInputException(Field.AMOUNT, Problem.LESS_THAN_TAXES, total.toPlainString());
        }
        return new Price(amount, subtotal, taxes, total, true);
    }

    private static List<Tax> taxes(Money base, List<TaxRate> rates, BigDecimal whole) {
        return rates.stream()
                .map(rate -> new Tax(rate.name(), part(base, rate.percent(), whole)))
                .toList();
    }

    private static Money sum(List<Tax> taxes, Money like) {
        return taxes.stream().map(Tax::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    /** So many parts of a whole, rounded half up. */
    private static Money part(Money amount, BigDecimal parts, BigDecimal whole) {
        BigDecimal exact = amount.amount().multiply(parts);
        return Money.of(exact.divide(whole, amount.amount().scale(), RoundingMode.HALF_UP), amount.currency());
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
}
