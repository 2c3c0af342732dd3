package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * One cashier's drawer of one day: what moved, by method, and the counts. A movement belongs to the day of its row in the
 * journal and to the user who recorded it.
 *
 * @param methods the movements of each method, in the order of {@link PaymentMethod}; methods without any are left out
 * @param moved cash received less cash voided or refunded; below zero if more was paid out than received
 * @param deposited the part of it that is in a deposit
 * @param counts every count of the drawer, latest first
 */
public record DrawerDay(
        String cashier,
        LocalDate day,
        List<MethodTotal> methods,
        Money moved,
        Money deposited,
        List<DrawerCount> counts) {

    /**
     * The movements of one method.
     *
     * @param method empty for old rows, which do not have it
     * @param receipts the number of receipts, voided ones included
     * @param received zero or more
     * @param voided zero or more
     * @param refunded zero or more
     */
    public record MethodTotal(
            Optional<PaymentMethod> method, int receipts, Money received, Money voided, Money refunded) {

        public Money net() {
            return received.minus(voided).minus(refunded);
        }
    }

    public DrawerDay {
        Objects.requireNonNull(cashier, "cashier");
        Objects.requireNonNull(day, "day");
        methods = List.copyOf(methods);
        counts = List.copyOf(counts);
    }

    /**
     * What should be in the drawer now.
     *
     * @param opening the float
     */
    public Money expected(Money opening) {
        return opening.plus(moved).minus(deposited);
    }

    /** Whether more cash was paid out than received and in the float; without a count, the float is taken to be zero. */
    public boolean isOverdrawn() {
        return count().map(DrawerCount::opening).map(moved::plus).orElse(moved).isNegative();
    }

    /** The valid count: the latest. */
    public Optional<DrawerCount> count() {
        return counts.stream().findFirst();
    }

    /**
     * What has come into the drawer since the valid count, below zero if it went out: cash that was received, voided or refunded
     * since, or taken back from a deposit. Everything if the drawer was not counted. Cash that was deposited since is no change.
     */
    public Money sinceCount() {
        return count().map(this::since).orElse(moved.minus(deposited));
    }

    private Money since(DrawerCount count) {
        Money received = moved.minus(count.moved());
        Money back = count.deposited().minus(deposited);
        return back.isPositive() ? received.plus(back) : received;
    }

    /** Whether the drawer was counted and nothing has moved since. */
    public boolean isCounted() {
        return count().isPresent() && sinceCount().isZero();
    }
}
