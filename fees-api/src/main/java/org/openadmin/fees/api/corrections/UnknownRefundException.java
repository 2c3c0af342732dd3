package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** No refund has this number. */
public final class UnknownRefundException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RefundNumber number;

    public UnknownRefundException(RefundNumber number) {
        super("There is no refund number " + number + ".");
        this.number = number;
    }

    public RefundNumber number() {
        return number;
    }
}
