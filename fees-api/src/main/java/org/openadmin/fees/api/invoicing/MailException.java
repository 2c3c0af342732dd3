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

    private static final String LOG = " The log of the run says who has got a message.";

    private final Problem problem;
    private final String detail;

    /** @param detail what it is about, such as the server's name and answer */
    public MailException(Problem problem, String detail, Throwable cause) {
        super(
                switch (problem) {
                    case NOT_CONFIGURED -> "E-mail is not set up: the configuration names no mail.host.";
                    case BUSY -> "Invoices are being e-mailed already, by run " + detail + ". Wait until it has ended.";
                    case UNREACHABLE -> "The mail server cannot be reached: " + detail + "." + LOG;
                    case REFUSED -> "The mail server refuses to work for the school: " + detail + "." + LOG;
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
