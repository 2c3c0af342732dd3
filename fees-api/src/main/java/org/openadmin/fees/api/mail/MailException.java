package org.openadmin.fees.api.mail;

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
        /** The mail server could not be connected to, or did not respond, after several attempts. */
        UNREACHABLE,
        /** The mail server accepts connections and sends no greeting; it probably expects encryption from the first byte. */
        EXPECTS_TLS,
        /** The mail server begins without encryption, and then expects or offers it. */
        EXPECTS_STARTTLS,
        /** The mail server does not offer to begin encryption, which the configuration requires. */
        NO_STARTTLS,
        /** The mail server's certificate is not trusted, or is not issued for its configured name. */
        CERTIFICATE,
        /** The mail server rejected the log-in, or requires one. */
        LOG_IN,
        /** The mail server rejected the connection or the sender address. */
        REFUSED,
        /** The mail server answered that it accepts no messages at the moment, for longer than a run waits. */
        POSTPONED,
        /** The mail server did not accept this message, or the connection was lost before it answered. */
        NOT_ACCEPTED
    }

    private final Problem problem;
    private final String detail;

    /** @param detail the number of the run that is in progress, the server's name and reply, or similar */
    public MailException(Problem problem, String detail, Throwable cause) {
        super(
                switch (problem) {
                    case NOT_CONFIGURED -> "E-mail is not set up: the configuration key mail.host is empty.";
                    case BUSY -> "Invoices are already being e-mailed (run " + detail + "). Wait until it is finished.";
                    case UNREACHABLE -> "The mail server cannot be reached: " + detail + ".";
                    case EXPECTS_TLS ->
                        "The mail server sends no greeting: " + detail
                                + ". This port probably expects encryption from the first byte: set mail.security = tls.";
                    case EXPECTS_STARTTLS ->
                        "The mail server begins without encryption: " + detail + ". Set mail.security = starttls.";
                    case NO_STARTTLS ->
                        "The mail server does not offer STARTTLS: " + detail
                                + ". Set mail.security = tls, and mail.port = 465.";
                    case CERTIFICATE ->
                        "The certificate of the mail server is not accepted: " + detail
                                + ". It must be trusted and issued for the name in mail.host.";
                    case LOG_IN ->
                        "The mail server did not accept the log-in: " + detail
                                + ". Check mail.user and .mail.password.";
                    case REFUSED -> "The mail server rejected the connection: " + detail + ".";
                    case NOT_ACCEPTED -> "The mail server did not accept the message: " + detail + ".";
                    case POSTPONED -> "The mail server accepts no messages at the moment: " + detail + ".";
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
