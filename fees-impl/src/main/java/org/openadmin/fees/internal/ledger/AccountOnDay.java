package org.openadmin.fees.internal.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.openadmin.fees.api.Money;

/**
 * An account at the end of a day. A row counts on a day if it is dated up to that day. A charge is open on a day if it counts and
 * no settlement of it is in force: the row that settled it counts, and the row that ended the settlement, such as a void, does not.
 *
 * <p>A payment may be dated before the money that it relied on, such as credit of a later date or money that came to replace a voided
 * payment. Such a charge is open until that money is there: while the credit would be below zero, the charges that payments settled
 * last are open too. So the credit, which is what is open less the balance, is never below zero, unless it is in faulty old data.
 *
 * @param balance the sum of the rows that count
 * @param outstanding the sum of the open charges
 * @param open the numbers of the open charges, in number order
 */
record AccountOnDay(Money balance, Money outstanding, List<Long> open) {

    /** Which rows count. */
    interface Counting extends Predicate<Mark> {}

    /**
     * When a row is dated and when it was recorded. A row without a date counts on every day; of a row that another program has
     * recorded, it is not known when.
     *
     * @param day such as 2026-09-08; empty if there is none
     * @param recordedAt as in the journal; empty in old rows
     */
    record Mark(String day, String recordedAt) {

        /** Of a row that does not exist, although a charge names it as the one that settled it. */
        static final Mark UNKNOWN = new Mark("", "");
    }

    /**
     * A settlement of a charge.
     *
     * @param by the number of the row that settled it
     * @param payment whether that row is money received, and not a reversal or a waiver
     * @param end the row that ended the settlement; empty while it lasts
     */
    record Settlement(long by, boolean payment, Mark settled, Optional<Mark> end) {

        boolean isInForce(Counting counting) {
            return counting.test(settled) && end.filter(counting).isEmpty();
        }
    }

    /**
     * A row of the account.
     *
     * @param settlements those of a charge, also past ones
     */
    record Entry(long id, boolean charge, Mark mark, Money total, List<Settlement> settlements) {
        Entry {
            settlements = List.copyOf(settlements);
        }
    }

    /** A charge that counts and that a payment has settled. */
    private record Paid(Entry charge, long by) {}

    private static final Comparator<Paid> LAST_FIRST = Comparator.comparingLong(Paid::by)
            .thenComparing(paid -> paid.charge().id())
            .reversed();

    AccountOnDay {
        open = List.copyOf(open);
    }

    /** Counts the rows that are dated up to a day, such as 2026-09-08. */
    static Counting datedUpTo(String day) {
        return mark -> mark.day().compareTo(day) <= 0;
    }

    /**
     * Counts the rows that are dated up to a day and were recorded by the end of it.
     *
     * @param end the first moment after the day, as in the journal
     */
    static Counting knownOn(String day, String end) {
        return mark -> mark.day().compareTo(day) <= 0 && mark.recordedAt().compareTo(end) < 0;
    }

    /** Whether a row is dated up to a day and was recorded after it. */
    static boolean isLater(Mark mark, String day, String end) {
        return datedUpTo(day).test(mark) && !knownOn(day, end).test(mark);
    }

    /** @param zero no money, in the currency of the account */
    static AccountOnDay of(List<Entry> account, Counting counting, Money zero) {
        List<Entry> counted =
                account.stream().filter(entry -> counting.test(entry.mark())).toList();
        Money balance = sum(counted, zero);
        List<Entry> open = new ArrayList<>();
        List<Paid> paid = new ArrayList<>();
        for (Entry charge : counted) {
            List<Settlement> inForce = charge.settlements().stream()
                    .filter(settlement -> settlement.isInForce(counting))
                    .toList();
            if (charge.charge() && inForce.isEmpty()) {
                open.add(charge);
            } else if (charge.charge() && inForce.stream().allMatch(Settlement::payment)) {
                long by = inForce.stream().mapToLong(Settlement::by).max().orElseThrow();
                paid.add(new Paid(charge, by));
            }
        }
        Money floor = floor(account, zero);
        Money credit = sum(open, zero).minus(balance);
        paid.sort(LAST_FIRST);
        for (Paid each : paid) {
            if (credit.compareTo(floor) >= 0) {
                break;
            }
            if (each.charge().total().isPositive()) {
                open.add(each.charge());
                credit = credit.plus(each.charge().total());
            }
        }
        return new AccountOnDay(
                balance, sum(open, zero), open.stream().map(Entry::id).sorted().toList());
    }

    /** The charges that count and were not open, each with the last row that had settled it. */
    static Map<Long, Long> settled(List<Entry> account, Counting counting, Money zero) {
        Set<Long> open = Set.copyOf(of(account, counting, zero).open());
        Map<Long, Long> settled = new HashMap<>();
        account.stream()
                .filter(entry -> entry.charge() && counting.test(entry.mark()) && !open.contains(entry.id()))
                .forEach(charge -> charge.settlements().stream()
                        .filter(settlement -> settlement.isInForce(counting))
                        .forEach(settlement -> settled.merge(charge.id(), settlement.by(), Math::max)));
        return settled;
    }

    /** Zero, or the credit of now if faulty old data have put it below zero. */
    private static Money floor(List<Entry> account, Money zero) {
        List<Entry> openNow = account.stream()
                .filter(Entry::charge)
                .filter(charge -> charge.settlements().stream()
                        .allMatch(settlement -> settlement.end().isPresent()))
                .toList();
        Money credit = sum(openNow, zero).minus(sum(account, zero));
        return credit.isNegative() ? credit : zero;
    }

    private static Money sum(List<Entry> entries, Money zero) {
        return entries.stream().map(Entry::total).reduce(zero, Money::plus);
    }
}
