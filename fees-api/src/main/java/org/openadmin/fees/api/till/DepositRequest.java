package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.RequestKey;

/**
 * A request to make a deposit.
 *
 * @param until the last day whose money is deposited, today at the latest
 * @param rows the numbers of the rows to deposit; empty for all that are offered up to that day
 * @param cash the cash by notes and coins, for the slip; if given, its total must be the cash of the deposit
 */
public record DepositRequest(
        RequestKey key, Actor actor, LocalDate until, Optional<Set<Long>> rows, Optional<CountedCash> cash) {

    public DepositRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Dates.require(until);
        rows = rows.map(Set::copyOf);
        Objects.requireNonNull(cash, "cash");
    }

    /** A request to deposit everything up to a day. */
    public static DepositRequest everything(RequestKey key, Actor actor, LocalDate until) {
        return new DepositRequest(key, actor, until, Optional.empty(), Optional.empty());
    }
}
