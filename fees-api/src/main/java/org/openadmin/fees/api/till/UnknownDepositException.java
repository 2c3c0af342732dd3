package org.openadmin.fees.api.till;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** No deposit has this number. */
public final class UnknownDepositException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient DepositNumber number;

    public UnknownDepositException(DepositNumber number) {
        super("There is no deposit number " + number + ".");
        this.number = number;
    }

    public DepositNumber number() {
        return number;
    }
}
