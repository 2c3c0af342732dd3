package org.openadmin.fees.api.corrections;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** More would go back than there is on account. */
public final class NotEnoughCreditException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Money wanted;
    private final transient Money credit;

    /**
     * @param wanted what would go back, above zero
     * @param credit what there is on account, zero or more; less than wanted
     */
    public NotEnoughCreditException(Money wanted, Money credit) {
        super(wanted + " cannot be refunded: the credit on account is " + credit + ".");
        this.wanted = wanted;
        this.credit = credit;
    }

    public Money wanted() {
        return wanted;
    }

    public Money credit() {
        return credit;
    }
}
