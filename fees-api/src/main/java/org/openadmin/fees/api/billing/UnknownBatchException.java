package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** There is no assessment with this number. */
public final class UnknownBatchException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient BatchNumber batch;

    public UnknownBatchException(BatchNumber batch) {
        super("There is no batch number " + batch + ".");
        this.batch = batch;
    }

    public BatchNumber batch() {
        return batch;
    }
}
