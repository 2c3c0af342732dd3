package org.openadmin.fees.internal.corrections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.corrections.Reopening.Settled;

/**
 * The charges that a payment settles when it is received again, because its return is undone: those that the return opened, first its
 * own, each in full as far as the money and the credit reach.
 *
 * @param charges in number order
 */
public record Resettlement(List<Settled> charges) {

    public Resettlement {
        charges = List.copyOf(charges);
    }

    /**
     * Receives a payment again.
     *
     * @param payment its row
     * @param available the money and the credit
     * @param opened the charges that its return opened and that are outstanding, each with the row that had settled it
     */
    public static Resettlement of(long payment, Money available, List<Settled> opened) {
        List<Settled> settled = new ArrayList<>();
        Money left = available;
        List<Settled> ownFirst = opened.stream()
                .sorted(Comparator.comparing((Settled charge) -> charge.by() != payment)
                        .thenComparing(Settled::id))
                .toList();
        for (Settled charge : ownFirst) {
            if (charge.total().compareTo(left) <= 0) {
                settled.add(charge);
                left = left.minus(charge.total());
            }
        }
        settled.sort(Comparator.comparing(Settled::id));
        return new Resettlement(settled);
    }

    public List<ChargeId> ids() {
        return charges.stream().map(Settled::id).toList();
    }

    /** The sum of the charges. */
    public Money total(Currency currency) {
        return charges.stream().map(Settled::total).reduce(Money.zero(currency), Money::plus);
    }
}
