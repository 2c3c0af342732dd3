package org.openadmin.fees.api;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.corrections.CorrectionRequest;

/**
 * The student pays in cash only until a later day, because a {@linkplain CorrectionRequest.ReturnPayment payment was returned}, and
 * another method was not confirmed. Nothing was recorded; the same request with the confirmation is accepted.
 */
public final class CashOnlyException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AccountNumber student;
    private final LocalDate until;

    public CashOnlyException(AccountNumber student, LocalDate until) {
        super("Student " + student + " pays in cash only until " + until + ".");
        this.student = student;
        this.until = until;
    }

    public AccountNumber student() {
        return student;
    }

    /** The last day on which only cash is taken. */
    public LocalDate until() {
        return until;
    }
}
