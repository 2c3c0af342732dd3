package org.openadmin.fees.api.corrections;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.ChargeId;

/** Some of the parts are no longer outstanding, or were split themselves, so the parts cannot be put together. */
public final class PartsNotOpenException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<ChargeId> settled;

    /** @param settled the parts that are not outstanding; at least one */
    public PartsNotOpenException(List<ChargeId> settled) {
        super("The parts cannot be put together: no longer outstanding is charge " + ChargeId.joined(settled) + ".");
        this.settled = List.copyOf(settled);
    }

    /** The parts that are not outstanding. */
    public List<ChargeId> settled() {
        return settled;
    }
}
