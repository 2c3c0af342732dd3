package org.openadmin.fees.api.mail;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.corrections.NotReturnedException;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.UnknownReceiptException;
import org.osgi.annotation.versioning.ProviderType;

/** Sends receipts, and the letters about returned payments, by e-mail, one at a time. */
@ProviderType
public interface ReceiptMailer {

    /** Whether a mail server is configured. */
    boolean isConfigured();

    /**
     * Returns the e-mail addresses of the receipt's student in the host's records of today; empty if there is none, or none that can be
     * used. Requires the role {@code fees-cashier} or {@code fees-bill}.
     *
     * @throws NotAllowedException if the user has neither role
     * @throws UnknownReceiptException if no receipt has this number
     */
    List<String> addresses(Actor reader, ReceiptNumber number);

    /**
     * Sends a receipt or its letter as PDF, in one attempt; returns when the mail server has answered. The message is recorded before it is sent. A
     * request that is repeated sends nothing and returns what became of its message. The receipt is marked as a copy if the request asks
     * for one, or if it was e-mailed before; a letter is that of now. Requires the role {@code fees-cashier} or {@code fees-bill}.
     *
     * @throws NotAllowedException if the user has neither role
     * @throws UnknownReceiptException if no receipt has this number
     * @throws NotReturnedException if a letter is asked for, and the payment was not returned, or that was undone
     * @throws InvalidInputException if an address is missing, or if the text contains anything else than e-mail addresses
     * @throws RequestKeyReusedException if the key is that of another receipt or document, or of other addresses
     * @throws MailException if no mail server is configured or it does not work, with the reason; the message was then not sent
     * @throws DocumentException if the document cannot be created; nothing was sent then
     */
    MailedReceipt send(ReceiptMailRequest request);

    /**
     * Returns the messages with this receipt or its letter, oldest first. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<MailedReceipt> messages(Actor reader, ReceiptNumber number);

    /**
     * Whether the payer has, or may have, this receipt by e-mail: then another one, printed or sent, is a copy. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    default boolean isOut(Actor reader, ReceiptNumber number) {
        return messages(reader, number).stream().anyMatch(MailedReceipt::isOut);
    }
}
