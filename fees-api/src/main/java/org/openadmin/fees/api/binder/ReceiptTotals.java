package org.openadmin.fees.api.binder;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * The receipts of a period.
 *
 * @param first the smallest number; empty if there are none
 * @param last the largest number
 * @param issued how many there are, voided ones included
 * @param received their money; zero or more
 * @param voided how many of them were voided by the end of the period
 * @param voidedSum the money of these
 * @param missing how many numbers between the first and the last no receipt has
 */
public record ReceiptTotals(
        Optional<ReceiptNumber> first,
        Optional<ReceiptNumber> last,
        long issued,
        Money received,
        long voided,
        Money voidedSum,
        long missing) {

    public ReceiptTotals {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(last, "last");
    }
}
