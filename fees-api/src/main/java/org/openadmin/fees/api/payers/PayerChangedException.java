package org.openadmin.fees.api.payers;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.PayerNumber;

/** Somebody else has changed the payer in the meantime. Nothing was stored. */
public final class PayerChangedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PayerNumber payer;

    public PayerChangedException(PayerNumber payer) {
        super("Payer " + payer + " was changed in the meantime.");
        this.payer = payer;
    }

    public PayerNumber payer() {
        return payer;
    }
}
