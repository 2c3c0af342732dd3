package org.openadmin.fees.internal.mail;

import java.io.Serial;

/** The server does not work at this moment, whoever the message is for: later it may. Nothing was taken. */
final class MailServerUnavailableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    MailServerUnavailableException(String what, Throwable cause) {
        super(what, cause);
    }
}
