package org.openadmin.fees.api.mail;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A receipt to send by e-mail.
 *
 * @param addresses one or several e-mail addresses, separated by commas, semicolons or blanks
 * @param copy whether the receipt is marked as a copy, because the payer has it on paper
 */
public record ReceiptMailRequest(Actor actor, RequestKey key, ReceiptNumber receipt, String addresses, boolean copy) {

    public ReceiptMailRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(addresses, "addresses");
    }
}
