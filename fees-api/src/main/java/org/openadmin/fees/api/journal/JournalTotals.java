package org.openadmin.fees.api.journal;

import org.openadmin.fees.api.Money;

/**
 * The sums of the rows that a query finds. The first three together are the last.
 *
 * @param count how many rows there are
 * @param charged the sum of the charges, zero or more
 * @param received the sum of the payments and of the money on account, with its sign: zero or less
 * @param corrected the sum of all other rows, with its sign
 * @param total the sum of all rows
 */
public record JournalTotals(long count, Money charged, Money received, Money corrected, Money total) {}
