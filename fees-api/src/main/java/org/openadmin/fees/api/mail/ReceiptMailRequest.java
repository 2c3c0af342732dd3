package org.openadmin.fees.api.mail;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A receipt to send by e-mail, or the letter about its returned payment.
 *
 * @param addresses one or several e-mail addresses, separated by commas, semicolons or blanks
 * @param copy whether the receipt is marked as a copy, because the payer has it on paper; a letter never is
 */
public record ReceiptMailRequest(
        Actor actor, RequestKey key, MailedDocument document, ReceiptNumber receipt, String addresses, boolean copy) {

    public ReceiptMailRequest {
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(addresses, "addresses");
    }

    /** A request to send the receipt itself. */
    public ReceiptMailRequest(Actor actor, RequestKey key, ReceiptNumber receipt, String addresses, boolean copy) {
        this(actor, key, MailedDocument.RECEIPT, receipt, addresses, copy);
    }

    /** Returns the request to send the letter about the returned payment of a receipt. */
    public static ReceiptMailRequest letter(Actor actor, RequestKey key, ReceiptNumber receipt, String addresses) {
        return new ReceiptMailRequest(actor, key, MailedDocument.RETURN_LETTER, receipt, addresses, false);
    }
}
