package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** A receipt with which something was sold cannot be voided without {@linkplain SoldGoods stating} whether the goods came back. */
public final class GoodsNotStatedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ReceiptNumber number;

    public GoodsNotStatedException(ReceiptNumber number) {
        super("Something was sold with receipt " + number + ". State whether the goods came back.");
        this.number = number;
    }

    public ReceiptNumber number() {
        return number;
    }
}
