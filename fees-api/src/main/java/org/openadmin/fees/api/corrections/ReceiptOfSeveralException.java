package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** A receipt for several accounts can be voided, but not recorded as returned by the bank. Nothing was recorded. */
public final class ReceiptOfSeveralException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ReceiptNumber number;

    public ReceiptOfSeveralException(ReceiptNumber number) {
        super("Receipt " + number + " is for several accounts and cannot be recorded as returned.");
        this.number = number;
    }

    public ReceiptNumber number() {
        return number;
    }
}
