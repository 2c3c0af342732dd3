package org.openadmin.fees.api.binder;

import java.util.Objects;
import org.openadmin.fees.api.till.DrawerCount;

/**
 * A count of a drawer of the period.
 *
 * @param valid whether no later count of the same drawer replaced it by the end of the period
 */
public record CashUp(DrawerCount count, boolean valid) {

    public CashUp {
        Objects.requireNonNull(count, "count");
    }
}
