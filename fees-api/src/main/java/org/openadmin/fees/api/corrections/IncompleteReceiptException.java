package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The receipt cannot be voided, because its row in the old data has no student or no total. */
public final class IncompleteReceiptException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ReceiptNumber number;

    public IncompleteReceiptException(ReceiptNumber number) {
        super("Receipt " + number + " cannot be voided: the old records have no student or no amount for it.");
        this.number = number;
    }

    public ReceiptNumber number() {
        return number;
    }
}
