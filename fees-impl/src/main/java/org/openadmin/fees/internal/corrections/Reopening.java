package org.openadmin.fees.internal.corrections;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;

/**
 * The charges that are outstanding again when a payment is voided. These are the charges that it settled. If its surplus has
 * since helped to settle others, the ones settled last are added until the credit is not below zero.
 *
 * @param charges in the order in which they are opened
 */
public record Reopening(List<Settled> charges) {

    /**
     * A charge that a payment settled.
     *
     * @param by the row of the payment
     */
    public record Settled(ChargeId id, long by, Money total) {}

    private static final Comparator<Settled> LAST_FIRST =
            Comparator.comparingLong(Settled::by).thenComparing(Settled::id).reversed();

    public Reopening {
        charges = List.copyOf(charges);
    }

    /**
     * Voids a payment.
     *
     * @param payment its row
     * @param received the money received
     * @param credit the credit before; below zero only in faulty old data, and then not repaired
     * @param settled the charges of this account that payments settled, including this payment
     * @throws NotEnoughCreditException when the credit would fall below zero, or further below, whatever is opened: it was
     *     refunded since
     */
    public static Reopening of(long payment, Money received, Money credit, List<Settled> settled) {
        Money zero = Money.zero(received.currency());
        Money floor = credit.isNegative() ? credit : zero;
        List<Settled> opened = new ArrayList<>();
        Money left = credit.minus(received);
        for (Settled charge : settled) {
            if (charge.by() == payment) {
                opened.add(charge);
                left = left.plus(charge.total());
            }
        }
        List<Settled> others = settled.stream()
                .filter(charge -> charge.by() != payment && charge.total().isPositive())
                .sorted(LAST_FIRST)
                .toList();
        for (Settled charge : others) {
            if (left.compareTo(floor) >= 0) {
                break;
            }
            opened.add(charge);
            left = left.plus(charge.total());
        }
        Reopening reopening = new Reopening(opened);
        if (left.compareTo(floor) < 0) {
            throw new NotEnoughCreditException(
                    received.minus(reopening.total(received.currency())), credit.minus(floor));
        }
        return reopening;
    }

    public List<ChargeId> ids() {
        return charges.stream().map(Settled::id).toList();
    }

    /** The rows of the other payments whose charges are outstanding again. */
    public Set<Long> otherPayments(long payment) {
        return charges.stream().map(Settled::by).filter(by -> by != payment).collect(Collectors.toSet());
    }

    /** The sum of the charges. */
    public Money total(Currency currency) {
        return charges.stream().map(Settled::total).reduce(Money.zero(currency), Money::plus);
    }
}
