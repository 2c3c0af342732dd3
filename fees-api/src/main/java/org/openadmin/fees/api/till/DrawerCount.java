package org.openadmin.fees.api.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * A count of a drawer. It is never changed: a later count of the same drawer is a new one, and the latest is valid.
 *
 * @param number the number of the count; a later one has a higher number
 * @param cashier whose drawer it is
 * @param day the day of the drawer
 * @param opening the float: the money for change with which the day began, zero or more
 * @param moved cash received that day less cash voided or refunded, as of the count
 * @param deposited the part of it that had been deposited before the count
 * @param counted what was in the drawer, the float included
 * @param reason why the drawer is over or short; empty only if it is neither
 * @param countedBy the log-in name of the user
 */
public record DrawerCount(
        long number,
        String cashier,
        LocalDate day,
        Money opening,
        Money moved,
        Money deposited,
        CountedCash counted,
        String reason,
        String countedBy,
        Instant countedAt) {

    public DrawerCount {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(countedAt, "countedAt");
    }

    /** What should have been in the drawer. */
    public Money expected() {
        return opening.plus(moved).minus(deposited);
    }

    /** Above zero if there was more in the drawer than expected, below zero if there was less. */
    public Money difference() {
        return counted.total().minus(expected());
    }
}
