package org.openadmin.fees.internal.payments;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.spi.CashRounding;

/**
 * The charges that a payment settles. There are no partial payments: a payment of T that settles the charges S needs
 * T + credit ≥ Σ S. Where cash is rounded, cash of T needs T + credit + rounding ≥ Σ S.
 *
 * @param charges the charges, in number order
 * @param rounding how much less than needed is taken because cash is rounded; negative if it is more, usually zero
 */
public record Settlement(List<Charge> charges, Money rounding) {

    public Settlement {
        charges = List.copyOf(charges);
    }

    /** The requested charges that are not outstanding: already settled, another student's, or unknown. */
    public static Set<ChargeId> missing(Collection<ChargeId> wanted, Collection<Charge> outstanding) {
        Set<ChargeId> missing = new HashSet<>(wanted);
        outstanding.forEach(charge -> missing.remove(charge.id()));
        return missing;
    }

    /**
     * Settles the requested charges.
     *
     * @param wanted the requested charges, all of them outstanding
     * @param received the money received, a positive amount; zero when credit alone settles them
     * @param cash how the money is rounded
     * @throws NotEnoughMoneyException when the money and the credit on account do not cover them
     */
    public static Settlement of(
            Collection<ChargeId> wanted,
            Collection<Charge> outstanding,
            Money received,
            AccountBalance before,
            CashRounding cash) {
        Map<ChargeId, Charge> byId = outstanding.stream().collect(Collectors.toMap(Charge::id, Function.identity()));
        List<Charge> charges = wanted.stream().sorted().map(byId::get).toList();
        Money zero = Money.zero(received.currency());
        Money total = charges.stream().map(Charge::total).reduce(zero, Money::plus);
        Money needed = total.minus(before.credit());
        Money rounding =
                received.isPositive() && needed.isPositive() && !charges.isEmpty() ? cash.difference(needed) : zero;
        if (!wanted.isEmpty() && received.plus(rounding).compareTo(needed) < 0) {
            throw new NotEnoughMoneyException(total, received, before.credit(), rounding);
        }
        return new Settlement(charges, rounding);
    }
}
