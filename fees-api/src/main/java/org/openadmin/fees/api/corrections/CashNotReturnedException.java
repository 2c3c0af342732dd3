package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The receipt is for cash, or settled charges from credit alone: no bank can return it. A mistake is voided instead. */
public final class CashNotReturnedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ReceiptNumber number;

    public CashNotReturnedException(ReceiptNumber number) {
        super("Receipt " + number + " is for cash or for credit, which no bank can return.");
        this.number = number;
    }

    public ReceiptNumber number() {
        return number;
    }
}
