package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;

/**
 * By when the amount of an invoice is to be paid. The credit on account pays what was due first.
 *
 * @param overdue the part that was due before the date of the invoice, zero or more
 * @param since the earliest of these due dates; empty if nothing is overdue
 * @param next the earliest due date of the rest; empty if there is no rest
 * @param several whether the charges have different due dates, so that each needs its own
 */
public record PaymentTerms(Money overdue, Optional<LocalDate> since, Optional<LocalDate> next, boolean several) {

    /** @param date the date of the invoice */
    public static PaymentTerms of(Invoice invoice, LocalDate date) {
        List<Charge> charges = invoice.charges().stream()
                .sorted(Comparator.comparing(Charge::due))
                .toList();
        Money zero = Money.zero(invoice.credit().currency());
        Money credit = invoice.credit();
        Money overdue = zero;
        Optional<LocalDate> since = Optional.empty();
        Optional<LocalDate> next = Optional.empty();
        for (Charge charge : charges) {
            Money open = charge.total().minus(credit);
            credit = open.isNegative() ? open.negated() : zero;
            if (!open.isPositive()) {
                continue;
            }
            if (charge.isPastDue(date)) {
                overdue = overdue.plus(open);
                since = since.or(() -> Optional.of(charge.due()));
            } else {
                next = next.or(() -> Optional.of(charge.due()));
            }
        }
        boolean several = charges.stream().map(Charge::due).distinct().count() > 1;
        return new PaymentTerms(overdue, since, next, several);
    }

    /** The terms of several invoices of one family together. */
    public PaymentTerms and(PaymentTerms other) {
        return new PaymentTerms(
                overdue.plus(other.overdue),
                earlier(since, other.since),
                earlier(next, other.next),
                several || other.several || !due().equals(other.due()));
    }

    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** The date to pay by: the next one or, if all is overdue, the one that has passed. */
    public Optional<LocalDate> due() {
        return next.or(() -> since);
    }

    /** Whether each charge is shown with its due date: they differ, or some of them are overdue. */
    public boolean showsEach() {
        return several || overdue.isPositive();
    }
}
