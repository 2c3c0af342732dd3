package org.openadmin.fees.api.documents;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** There is nothing to print. */
public final class NothingToPrintException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    public NothingToPrintException() {
        super("Nothing was found, so there is nothing to print.");
    }
}
