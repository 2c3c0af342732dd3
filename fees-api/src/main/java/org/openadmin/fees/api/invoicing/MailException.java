package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** E-mail could not be sent. The log of the run lists the messages that had been sent before. */
public final class MailException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The reason why no e-mail can be sent. */
    public enum Problem {
        /** No mail server is configured. */
        NOT_CONFIGURED,
        /** Another e-mail run is in progress; the detail is its number. */
        BUSY,
        /** The mail server did not respond after several attempts. */
        UNREACHABLE,
        /** The mail server rejected the log-in, the encryption or the sender address. */
        REFUSED
    }

    private static final String LOG = " The log of the run lists the families already e-mailed.";

    private final Problem problem;
    private final String detail;

    /** @param detail the number of the run that is in progress, the server's name and reply, or similar */
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

    /**
     * The number of the run that is in progress, the server's name and reply, or similar. For logs and administrators;
     * any sentence in it is in English.
     */
    public String detail() {
        return detail;
    }
}
