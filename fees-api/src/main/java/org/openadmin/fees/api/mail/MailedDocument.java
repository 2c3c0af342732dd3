package org.openadmin.fees.api.mail;

/** What is sent by e-mail about a receipt. More may be added. */
public enum MailedDocument {
    /** The receipt itself. */
    RECEIPT,
    /** The letter that the bank has returned the payment. */
    RETURN_LETTER
}
