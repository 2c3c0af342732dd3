package org.openadmin.fees.api.binder;

import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;

/**
 * How the balance of all accounts got from the end of the day before the period to the end of its last day.
 *
 * <pre>opening + backdated + kinds = closing          closing + recordedLater = now</pre>
 *
 * Opening and closing are as known on those days: without the rows that were recorded after them. So the closing of a period is the
 * opening of the next one, and neither ever changes.
 *
 * @param opening as known at the end of the day before the period
 * @param backdated the rows dated before the period and recorded in it
 * @param kinds the rows dated in the period and recorded by its end, by kind; kinds without any are left out
 * @param closing as known at the end of the period
 * @param recordedLater the rows dated up to the end of the period and recorded after it
 * @param now the end of the period as the journal has it now
 * @param withoutAccount the rows dated in the period without a student, in damaged old data, which belong to no account and are in none
 *     of the other figures
 */
public record TieOut(
        BinderBalance opening,
        RowTotal backdated,
        List<KindTotal> kinds,
        BinderBalance closing,
        RowTotal recordedLater,
        BinderBalance now,
        RowTotal withoutAccount) {

    /** The rows of one kind. */
    public record KindTotal(EntryKind kind, RowTotal sum) {}

    public TieOut {
        Objects.requireNonNull(opening, "opening");
        kinds = List.copyOf(kinds);
    }

    /** The sum of the rows dated in the period and recorded by its end. */
    public Money change() {
        return kinds.stream()
                .map(each -> each.sum().total())
                .reduce(Money.zero(opening.balance().currency()), Money::plus);
    }

    /** The rows of this kind. */
    public RowTotal of(EntryKind kind) {
        return kinds.stream()
                .filter(each -> each.kind() == kind)
                .map(KindTotal::sum)
                .findFirst()
                .orElse(new RowTotal(0, Money.zero(opening.balance().currency())));
    }

    /** The part of the closing balance that the rows do not explain: zero, unless the journal cannot be read as a whole. */
    public Money unexplained() {
        return closing.balance()
                .minus(opening.balance())
                .minus(backdated.total())
                .minus(change());
    }
}
