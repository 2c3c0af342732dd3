package org.openadmin.fees.internal.mail;

import java.io.Serial;
import org.openadmin.fees.api.mail.MailException.Problem;

/** The server does not work at the moment, whatever the recipient; it may work later. No message was accepted. */
final class MailServerUnavailableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Problem problem;
    private final boolean asksToWait;

    /**
     * @param problem what is reported if no further attempt is made
     * @param asksToWait whether the server answered that it will accept messages later
     */
    MailServerUnavailableException(Problem problem, boolean asksToWait, String what, Throwable cause) {
        super(what, cause);
        this.problem = problem;
        this.asksToWait = asksToWait;
    }

    Problem problem() {
        return problem;
    }

    boolean asksToWait() {
        return asksToWait;
    }
}
