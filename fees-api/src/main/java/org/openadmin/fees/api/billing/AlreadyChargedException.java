package org.openadmin.fees.api.billing;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.FeesException;

/**
 * A fee is sold to a student who was {@linkplain AssessmentPreview.Candidate#alreadyCharged charged} it at nearly the same date, and this was
 * not {@linkplain Confirmation#ALREADY_CHARGED confirmed}. Nothing was recorded; the same request with the confirmation is accepted.
 */
public final class AlreadyChargedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AccountNumber student;
    private final String fee;
    private final LocalDate date;

    /** @param date the date of the charge that the student already has */
    public AlreadyChargedException(AccountNumber student, String fee, LocalDate date) {
        super("Student " + student + " was charged \"" + fee + "\" on " + date + ".");
        this.student = student;
        this.fee = fee;
        this.date = date;
    }

    public AccountNumber student() {
        return student;
    }

    /** The name of the fee. */
    public String fee() {
        return fee;
    }

    /** The date of the charge that the student already has. */
    public LocalDate date() {
        return date;
    }
}
