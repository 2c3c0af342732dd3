package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** There is no predefined fee with this number, or it has been removed. */
public final class UnknownPredefinedFeeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PredefinedFeeId id;

    public UnknownPredefinedFeeException(PredefinedFeeId id) {
        super("There is no predefined fee number " + id + ".");
        this.id = id;
    }

    public PredefinedFeeId id() {
        return id;
    }
}
