package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;

/** A sale would exceed what a student is charged of the fee in a school year. Nothing was recorded. */
public final class YearLimitException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AccountNumber student;
    private final String fee;
    private final transient YearLimit limit;

    public YearLimitException(AccountNumber student, String fee, YearLimit limit) {
        super("Student " + student + " can be charged at most " + limit.limit() + " of \"" + fee
                + "\" in a school year: " + limit.charged() + " was charged, " + limit.left() + " is left.");
        this.student = student;
        this.fee = fee;
        this.limit = limit;
    }

    public AccountNumber student() {
        return student;
    }

    /** The name of the fee. */
    public String fee() {
        return fee;
    }

    /** The limit, and what was charged before. */
    public YearLimit limit() {
        return limit;
    }
}
