package org.openadmin.fees.api.payers;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;

/**
 * A request to transfer what the covers reach, dated today.
 *
 * @param payer the payer whose covers are used; empty for all
 * @param expected what the user confirmed; if it would be something else by now, nothing is done. Empty if nobody was asked
 */
public record CoverRunRequest(RequestKey key, Actor actor, Optional<PayerNumber> payer, Optional<Figures> expected) {

    /**
     * What a run transfers.
     *
     * @param transfers how many charges payers owe by it
     * @param total their sum
     */
    public record Figures(int transfers, Money total) {}

    public CoverRunRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(expected, "expected");
    }
}
