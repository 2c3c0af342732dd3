package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openadmin.fees.api.Money;

/**
 * How the credit of an account came about. A payment adds what it did not use on its date, and money that was paid for a charge
 * becomes credit on the date of the charge's reversal. Credit that has since been used or refunded is no longer there.
 */
public record CreditHistory(List<Change> changes) {

    /** The date of old rows that have none. */
    private static final LocalDate OLDEST = LocalDate.MIN;

    /**
     * A change of the credit.
     *
     * @param date empty in old data only
     * @param amount positive if the credit rises
     */
    public record Change(Optional<LocalDate> date, Money amount) {}

    public CreditHistory {
        changes = List.copyOf(changes);
    }

    /** The day from which on the credit has always been at least this amount; empty if it is less now, or always was as much. */
    public Optional<LocalDate> since(Money amount) {
        SortedMap<LocalDate, Money> byDay = new TreeMap<>();
        changes.forEach(change -> byDay.merge(change.date().orElse(OLDEST), change.amount(), Money::plus));
        Money credit = Money.zero(amount.currency());
        Optional<LocalDate> since = Optional.empty();
        for (var day : byDay.entrySet()) {
            credit = credit.plus(day.getValue());
            if (credit.compareTo(amount) < 0) {
                since = Optional.empty();
            } else if (since.isEmpty()) {
                since = Optional.of(day.getKey());
            }
        }
        return since.filter(day -> !day.equals(OLDEST));
    }
}
