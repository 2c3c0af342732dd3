package org.openadmin.fees.api.payers;

import java.util.Objects;
import org.openadmin.fees.api.PayerNumber;

/**
 * A payer.
 *
 * @param version how often the payer was recorded: 1 until it is changed for the first time
 * @param active whether charges can be transferred to it; the account of a payer that is not active stays as it is
 */
public record Payer(PayerNumber number, int version, PayerKind kind, PayerDetails details, boolean active) {

    public Payer {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(details, "details");
    }

    public String name() {
        return details.name();
    }
}
