package org.openadmin.fees.api.payers;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;

/**
 * A request to change how a payer is reached, or whether it is active.
 *
 * @param version the version that was changed, so that nobody overwrites the change of somebody else
 */
public record ChangePayerRequest(
        RequestKey key, Actor actor, PayerNumber payer, int version, PayerDetails details, boolean active) {

    public ChangePayerRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(payer, "payer");
        Objects.requireNonNull(details, "details");
    }
}
