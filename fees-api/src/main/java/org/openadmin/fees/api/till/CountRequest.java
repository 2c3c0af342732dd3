package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;

/**
 * A request to record the count of a drawer.
 *
 * @param cashier whose drawer it is: 1 to 64 characters
 * @param day the day of the drawer, today at the latest
 * @param opening the float with which the day began: zero or more
 * @param counted what is in the drawer now, the float included
 * @param reason why the drawer is over or short: up to 255 characters, required if it is
 */
public record CountRequest(
        RequestKey key, Actor actor, String cashier, LocalDate day, Money opening, CountedCash counted, String reason) {

    private static final int MAX_CASHIER_LENGTH = 64;
    private static final int MAX_REASON_LENGTH = 255;

    /** @throws InvalidInputException if a value is outside the limits above */
    public CountRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        cashier = TextRules.required(Field.CASHIER, cashier, MAX_CASHIER_LENGTH);
        Dates.require(day);
        if (opening.isNegative()) {
            throw new InvalidInputException(Field.FLOAT, Problem.OUT_OF_RANGE, opening.toPlainString());
        }
        if (opening.isPositive()) {
            opening.requireReceivable();
        }
        Objects.requireNonNull(counted, "counted");
        reason = TextRules.optional(Field.REASON, reason, MAX_REASON_LENGTH);
    }
}
