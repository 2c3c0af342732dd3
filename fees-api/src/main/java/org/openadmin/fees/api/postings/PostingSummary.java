package org.openadmin.fees.api.postings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * A posting without its lines. It never changes.
 *
 * @param until the last day whose rows are in it
 * @param narration what its entries are called in the books, such as {@code School fees, posting 12}, in the language of its day
 * @param rows the number of its journal rows
 * @param debits the sum of its debits, which equals that of its credits
 * @param madeBy the log-in name of the user
 */
public record PostingSummary(
        PostingNumber number,
        LocalDate until,
        String narration,
        int rows,
        Money debits,
        Instant madeAt,
        String madeBy) {

    public PostingSummary {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(debits, "debits");
    }
}
