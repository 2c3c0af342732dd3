package org.openadmin.fees.api.payments;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** No receipt has this number. */
public final class UnknownReceiptException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ReceiptNumber number;

    public UnknownReceiptException(ReceiptNumber number) {
        super("There is no receipt number " + number + ".");
        this.number = number;
    }

    public ReceiptNumber number() {
        return number;
    }
}
