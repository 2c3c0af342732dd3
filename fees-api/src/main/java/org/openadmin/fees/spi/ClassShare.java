package org.openadmin.fees.spi;

import java.util.Collection;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;

/**
 * What one student pays in the payment of a class. Credit is not used, so that everybody who owes the same brings the same.
 *
 * @param received the money, rounded if it is cash
 * @param rounding how much less than the charges is taken because cash is rounded; negative if it is more, usually zero
 */
public record ClassShare(Money received, Money rounding) {

    /** @param charges those that the student pays, at least one */
    public static ClassShare of(Collection<Charge> charges, CashRounding cash) {
        List<Money> totals = charges.stream().map(Charge::total).toList();
        Money total = totals.stream()
                .reduce(Money::plus)
                .orElseThrow(() -> new IllegalArgumentException("A student who pays has no charge"));
        return new ClassShare(cash.sum(total), cash.difference(total));
    }
}
