package org.openadmin.fees.api.documents;

import java.io.Serial;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;

/** A family owes nothing, so it gets no invoice. */
public final class NothingDueException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AccountNumber student;

    public NothingDueException(AccountNumber student) {
        super("The family of student " + student + " owes nothing today, so there is no invoice.");
        this.student = student;
    }

    /** The child whose family it is. */
    public AccountNumber student() {
        return student;
    }
}
