package org.openadmin.fees.api.classpayments;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;

/** The envelope does not hold what the payments of the class come to. Nothing was recorded. */
public final class EnvelopeDifferentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Money marked;
    private final transient Money envelope;

    public EnvelopeDifferentException(Money marked, Money envelope) {
        super("The payments come to " + marked + ", the envelope holds " + envelope);
        this.marked = marked;
        this.envelope = envelope;
    }

    /** What the payments come to. */
    public Money marked() {
        return marked;
    }

    /** What is in the envelope; not the same. */
    public Money envelope() {
        return envelope;
    }
}
