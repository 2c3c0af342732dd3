package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.internal.ledger.AccountOnDay.Counting;
import org.openadmin.fees.internal.ledger.AccountOnDay.Entry;
import org.openadmin.fees.internal.ledger.AccountOnDay.Mark;

/**
 * What a posting changes in an account. On each day, what is outstanding by the rule of {@link AccountOnDay}, of the rows that are in
 * this posting or an earlier one; less what the earlier ones brought to that day.
 */
final class PostedAccount {

    /** The time of recording in the mark of a row that is in no posting yet, and not in this one. */
    static final String UNPOSTED = "unposted";

    private PostedAccount() {}

    /**
     * A day on which the account changes.
     *
     * @param outstanding how much more is outstanding than before
     * @param balance the sum of the rows of this day
     */
    record Change(LocalDate day, Money outstanding, Money balance) {}

    /**
     * Returns the changes by day; days without any are left out.
     *
     * @param account all rows of the account
     * @param posting the sums of the rows of this posting by their days; not empty
     * @param before what the earlier postings brought to each day
     */
    static List<Change> changes(
            List<Entry> account, SortedMap<LocalDate, Money> posting, Map<LocalDate, Money> before, Money zero) {
        LocalDate first = posting.firstKey();
        TreeSet<LocalDate> days = new TreeSet<>(posting.keySet());
        account.stream()
                .map(Entry::mark)
                .filter(mark -> !mark.day().isEmpty() && !mark.recordedAt().equals(UNPOSTED))
                .map(mark -> LocalDate.parse(mark.day()))
                .forEach(days::add);
        days.addAll(before.keySet());
        TreeMap<LocalDate, Money> posted = new TreeMap<>();
        Money sum = zero;
        for (LocalDate day : days) {
            sum = sum.plus(before.getOrDefault(day, zero));
            posted.put(day, sum);
        }
        List<Change> changes = new ArrayList<>();
        Money last = zero;
        // nothing changes on a day before the first of these rows
        for (LocalDate day : days.tailSet(first)) {
            Money more = AccountOnDay.of(account, postedUpTo(day), zero)
                    .outstanding()
                    .minus(posted.get(day));
            Money balance = posting.getOrDefault(day, zero);
            if (!more.equals(last) || !balance.isZero()) {
                changes.add(new Change(day, more.minus(last), balance));
            }
            last = more;
        }
        return changes;
    }

    private static Counting postedUpTo(LocalDate day) {
        String text = day.toString();
        return mark -> isPosted(mark) && mark.day().compareTo(text) <= 0;
    }

    private static boolean isPosted(Mark mark) {
        return !mark.recordedAt().equals(UNPOSTED);
    }
}
