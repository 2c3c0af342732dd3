package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** There is no invoice run with this number. */
public final class UnknownRunException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RunNumber number;

    public UnknownRunException(RunNumber number) {
        super("There is no invoice run number " + number + ".");
        this.number = number;
    }

    public RunNumber number() {
        return number;
    }
}
