package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** The credit on account is less than the amount that would be paid back. */
public final class NotEnoughCreditException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Money wanted;
    private final transient Money credit;

    /**
     * @param wanted the amount that would be paid back; above zero
     * @param credit the credit on account; zero or more, and less than {@code wanted}
     */
    public NotEnoughCreditException(Money wanted, Money credit) {
        super(wanted + " cannot be refunded: the credit on account is " + credit + ".");
        this.wanted = wanted;
        this.credit = credit;
    }

    /** The amount that would be paid back; above zero. */
    public Money wanted() {
        return wanted;
    }

    /** The credit on account; zero or more. */
    public Money credit() {
        return credit;
    }
}
