package org.openadmin.fees.api.binder;

import java.util.Objects;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;

/**
 * An account at the end of the period, as known then.
 *
 * @param student as last recorded by then
 */
public record AccountLine(StudentSnapshot student, AccountBalance account) {

    public AccountLine {
        Objects.requireNonNull(student, "student");
        Objects.requireNonNull(account, "account");
    }
}
