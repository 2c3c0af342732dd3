package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** The amounts of the parts are more or less than the charge. Nothing was split. */
public final class PartsDoNotAddUpException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Money parts;
    private final transient Money whole;

    /**
     * @param parts the sum of the parts
     * @param whole the total of the charge, another amount
     */
    public PartsDoNotAddUpException(Money parts, Money whole) {
        super("The parts add up to " + parts + ", but the charge is " + whole + ".");
        this.parts = parts;
        this.whole = whole;
    }

    /** The sum of the parts. */
    public Money parts() {
        return parts;
    }

    /** The total of the charge. */
    public Money whole() {
        return whole;
    }

    /** By how much the parts are more than the charge; negative if they are less. */
    public Money difference() {
        return parts.minus(whole);
    }
}
