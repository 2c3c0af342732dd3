package org.openadmin.fees.internal.mail;

import java.io.Serial;

/** The server does not work at the moment, whatever the recipient; it may work later. No message was accepted. */
final class MailServerUnavailableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    MailServerUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
