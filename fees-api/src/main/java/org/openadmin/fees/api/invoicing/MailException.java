package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** E-mail could not be sent. What was sent before is in the log of its run. */
public final class MailException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Problem {
        /** The configuration names no mail server. */
        NOT_CONFIGURED,
        /** Another run by e-mail is under way; the detail is its number. */
        BUSY,
        /** The mail server did not answer, several times. */
        UNREACHABLE,
        /** The mail server refused the log-in, the encryption or the school's own address. */
        REFUSED
    }

    private static final String LOG = " The log of the run lists the families already e-mailed.";

    private final Problem problem;
    private final String detail;

    /** @param detail what it is about, such as the server's name and answer */
    public MailException(Problem problem, String detail, Throwable cause) {
        super(
                switch (problem) {
                    case NOT_CONFIGURED -> "E-mail is not set up: the configuration key mail.host is empty.";
                    case BUSY -> "Invoices are already being e-mailed (run " + detail + "). Wait until it is finished.";
                    case UNREACHABLE -> "The mail server cannot be reached: " + detail + "." + LOG;
                    case REFUSED -> "The mail server rejected the connection: " + detail + "." + LOG;
                },
                cause);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    /** What it is about; for logs and admins, in English where it is more than a name. */
    public String detail() {
        return detail;
    }
}
