package org.openadmin.fees.api.journal;

import org.openadmin.fees.api.Money;

/**
 * The totals of the rows that match a query. The total is charged plus received plus corrected.
 *
 * @param count the number of rows
 * @param charged the sum of the charges; zero or more
 * @param received the sum of the payments and of the money on account with its sign: zero or less
 * @param corrected the sum of all other rows, with its sign
 * @param total the sum of all rows, with its sign
 */
public record JournalTotals(long count, Money charged, Money received, Money corrected, Money total) {}
