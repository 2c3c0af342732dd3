package org.openadmin.fees.api.payments;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** The money received and the credit on account do not cover the selected charges. */
public final class NotEnoughMoneyException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Money charges;
    private final transient Money received;
    private final transient Money credit;
    private final transient Money rounding;

    public NotEnoughMoneyException(Money charges, Money received, Money credit) {
        this(charges, received, credit, Money.zero(charges.currency()));
    }

    /** @param rounding how much less than needed would be taken in cash; negative if it is more */
    public NotEnoughMoneyException(Money charges, Money received, Money credit, Money rounding) {
        super("These charges come to " + charges + ". The amount received, " + received + ", and the credit, " + credit
                + ", do not cover them. Choose fewer charges, or receive the money on account.");
        this.charges = charges;
        this.received = received;
        this.credit = credit;
        this.rounding = rounding;
    }

    /** The total of the selected charges; above zero. */
    public Money charges() {
        return charges;
    }

    /** The money received; zero or more. */
    public Money received() {
        return received;
    }

    /** The credit on account; zero or more. */
    public Money credit() {
        return credit;
    }

    /** The amount that is missing; above zero. */
    public Money missing() {
        return charges.minus(received).minus(credit).minus(rounding);
    }
}
