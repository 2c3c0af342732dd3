package org.openadmin.fees.api.binder;

import org.openadmin.fees.api.Money;

/**
 * How many rows of the journal, and their sum.
 *
 * @param total with the sign of the journal: positive if it increases what students owe
 */
public record RowTotal(long rows, Money total) {

    /** Returns this and one more row. */
    public RowTotal plus(Money more) {
        return new RowTotal(rows + 1, total.plus(more));
    }
}
