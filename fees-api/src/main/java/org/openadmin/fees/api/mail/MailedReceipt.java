package org.openadmin.fees.api.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.openadmin.fees.api.payments.ReceiptNumber;

/**
 * A receipt, or the letter about its returned payment, that was sent by e-mail or that was to be sent.
 *
 * @param addresses one or more
 * @param copy whether it was marked as a copy
 * @param reply what the mail server answered, in one line, if it did not accept the message for all addresses; may be empty
 * @param recordedAt when it was recorded, right before it was sent
 * @param recordedBy the user who sent it
 */
public record MailedReceipt(
        MailedDocument document,
        ReceiptNumber receipt,
        List<String> addresses,
        boolean copy,
        Outcome outcome,
        String reply,
        Instant recordedAt,
        String recordedBy) {

    /** What became of the message. */
    public enum Outcome {
        /** The mail server accepted it for at least one address. */
        SENT,
        /** The mail server does not have it. */
        NOT_SENT,
        /** The connection or the portal stopped before the answer was known; or the answer is not there yet. It is never sent again. */
        MAY_HAVE_ARRIVED
    }

    public MailedReceipt {
        addresses = List.copyOf(addresses);
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reply, "reply");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(recordedBy, "recordedBy");
    }

    /** Whether the payer has, or may have, the receipt itself. */
    public boolean isOut() {
        return document == MailedDocument.RECEIPT && outcome != Outcome.NOT_SENT;
    }
}
