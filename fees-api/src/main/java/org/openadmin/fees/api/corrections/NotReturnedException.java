package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The payment of the receipt was not returned, or that has already been undone. */
public final class NotReturnedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ReceiptNumber number;

    public NotReturnedException(ReceiptNumber number) {
        super("No returned payment is recorded for receipt " + number + ", or it has been undone.");
        this.number = number;
    }

    public ReceiptNumber number() {
        return number;
    }
}
