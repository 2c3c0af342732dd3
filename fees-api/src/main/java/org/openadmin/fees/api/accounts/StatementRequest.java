package org.openadmin.fees.api.accounts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * A request for the statement of one account.
 *
 * @param from the first date; the opening balance is the one at the end of the day before
 * @param to the last date; the closing balance is the one at the end of this day
 */
public record StatementRequest(Actor actor, AccountNumber student, LocalDate from, LocalDate to) {

    /** @throws InvalidInputException if the last date is before the first, or a date is out of range */
    public StatementRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(student, "student");
        Dates.require(from);
        Dates.require(to);
        if (to.isBefore(from)) {
            throw new InvalidInputException(Field.DATE, Problem.OUT_OF_RANGE, to.toString());
        }
    }

    /** Returns the same request for another account. */
    public StatementRequest of(AccountNumber other) {
        return new StatementRequest(actor, other, from, to);
    }

    /** Returns the period of the account. */
    public AccountPeriod period() {
        return new AccountPeriod(student, Optional.of(from), Optional.of(to));
    }
}
