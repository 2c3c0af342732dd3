package org.openadmin.fees.api.payments;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.ChargeId;

/** These charges belong to another student. */
public final class ChargeOfAnotherStudentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient AccountNumber student;
    private final transient List<ChargeId> charges;

    public ChargeOfAnotherStudentException(AccountNumber student, List<ChargeId> charges) {
        super("Not a charge of student " + student + ": " + ChargeId.joined(charges) + ". No payment was taken.");
        this.student = student;
        this.charges = List.copyOf(charges);
    }

    public AccountNumber student() {
        return student;
    }

    public List<ChargeId> charges() {
        return charges;
    }
}
