package org.openadmin.fees.internal.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.MailException.Problem;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.Security;
import org.openadmin.fees.internal.mail.TrackingTransport.Stage;

/** One connection to the school's mail server, and the interpretation of its answers. */
final class SmtpConnection implements AutoCloseable {

    private final MailSettings mail;
    private final TrackingTransport transport;

    private SmtpConnection(MailSettings mail, TrackingTransport transport) {
        this.mail = mail;
        this.transport = transport;
    }

    /**
     * @throws MailServerUnavailableException when the server does not answer or is temporarily unable to work
     * @throws MailException when it refuses the encryption or the log-in
     */
    static SmtpConnection open(MailSettings mail, Session session) throws MailServerUnavailableException {
        TrackingTransport transport = new TrackingTransport(session, mail.security() == Security.TLS);
        SmtpConnection connection = new SmtpConnection(mail, transport);
        String user = mail.login().map(Login::user).orElse(null);
        String password = mail.login().map(Login::password).orElse(null);
        try {
            transport.connect(mail.host(), mail.port(), user, password);
            return connection;
        } catch (MessagingException e) {
            throw connection.failed(e);
        }
    }

    private MailServerUnavailableException failed(MessagingException e) {
        int code = transport.getLastReturnCode();
        // no log-in mechanism that both sides support
        boolean strange = code == 250 && e instanceof AuthenticationFailedException;
        boolean bare = mail.security() == Security.STARTTLS && code == 250 && !transport.supportsExtension("STARTTLS");
        if (strange || bare || isPermanent(code) || isEncryption(e)) {
            throw new MailException(Problem.REFUSED, server() + ": " + reason(e), e);
        }
        return new MailServerUnavailableException(server() + ": " + reason(e), e);
    }

    /** Whether the server's certificate or encryption was rejected, as opposed to a connection lost during the handshake. */
    private static boolean isEncryption(Throwable e) {
        boolean encryption = false;
        for (Throwable cause : causes(e)) {
            if (cause instanceof EOFException
                    || cause instanceof SocketException
                    || cause instanceof SocketTimeoutException) {
                return false;
            }
            encryption = encryption || cause instanceof SSLException;
        }
        return encryption;
    }

    /** Whether the server still answers. */
    boolean isAlive() {
        return transport.isConnected();
    }

    /**
     * Sends a message, in a single attempt.
     *
     * @return the answer for each of the addresses
     * @throws MailServerUnavailableException when the server temporarily accepts no messages at all
     * @throws MailException when it accepts none from the school
     */
    Map<InternetAddress, SmtpReply> send(MimeMessage message, List<InternetAddress> addresses)
            throws MailServerUnavailableException {
        try {
            transport.sendMessage(message, addresses.toArray(InternetAddress[]::new));
            return all(addresses, SmtpReply.TAKEN);
        } catch (MessagingException | RuntimeException e) {
            if (transport.stage() == Stage.SENDER) {
                throw toSender(e);
            }
            Map<InternetAddress, SmtpReply> answers = all(addresses, toMessage(e));
            answers.putAll(refusals(e));
            return answers;
        }
    }

    private MailServerUnavailableException toSender(Exception e) {
        if (code(e).filter(SmtpConnection::isPermanent).isPresent()) {
            throw new MailException(Problem.REFUSED, server() + ": " + reason(e), e);
        }
        return new MailServerUnavailableException(server() + ": " + reason(e), e);
    }

    private SmtpReply toMessage(Exception e) {
        return transport.stage() == Stage.END
                ? SmtpReply.toEnd(transport.answerToEnd(), transport.wordsToEnd())
                : SmtpReply.toMessageNotTaken(code(e).orElse(0), reason(e));
    }

    /** The answers for single addresses. */
    private static Map<InternetAddress, SmtpReply> refusals(Exception e) {
        Map<InternetAddress, SmtpReply> refusals = new LinkedHashMap<>();
        for (Throwable cause : causes(e)) {
            if (cause instanceof SMTPAddressFailedException refusal) {
                refusals.put(
                        refusal.getAddress(),
                        SmtpReply.toMessageNotTaken(refusal.getReturnCode(), refusal.getMessage()));
            }
        }
        return refusals;
    }

    private static Optional<Integer> code(Exception e) {
        return e instanceof SMTPSendFailedException failed ? Optional.of(failed.getReturnCode()) : Optional.empty();
    }

    private static Map<InternetAddress, SmtpReply> all(List<InternetAddress> addresses, SmtpReply answer) {
        Map<InternetAddress, SmtpReply> answers = new LinkedHashMap<>();
        addresses.forEach(address -> answers.put(address, answer));
        return answers;
    }

    private static boolean isPermanent(int code) {
        return code >= 500 && code < 600;
    }

    private String server() {
        return mail.host() + ":" + mail.port();
    }

    /** The innermost cause; the exceptions around it only report that something failed. */
    private static String reason(Throwable e) {
        List<Throwable> causes = causes(e);
        for (int i = causes.size() - 1; i >= 0; i--) {
            String message = causes.get(i).getMessage();
            if (message != null && !message.isBlank()) {
                return HeaderLines.one(message);
            }
        }
        return e.getClass().getSimpleName();
    }

    private static List<Throwable> causes(Throwable e) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = e; cause != null && !causes.contains(cause); cause = next(cause)) {
            causes.add(cause);
        }
        return causes;
    }

    private static Throwable next(Throwable e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : e.getCause();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // already closed
        }
    }
}
