package org.openadmin.fees.api.till;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.TextRules;

/**
 * A request to take a deposit back, or the part of it that was voided since.
 *
 * @param deposit the deposit to correct
 * @param whole true to take everything back, so that it can be deposited again; false to take back the receipts that were voided
 *     since, such as a cheque that the bank returned
 * @param reason 1 to 255 characters
 */
public record CounterDepositRequest(RequestKey key, Actor actor, DepositNumber deposit, boolean whole, String reason) {

    private static final int MAX_REASON_LENGTH = 255;

    /** @throws InvalidInputException if there is no reason, or it is too long */
    public CounterDepositRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(deposit, "deposit");
        reason = TextRules.required(Field.REASON, reason, MAX_REASON_LENGTH);
    }
}
