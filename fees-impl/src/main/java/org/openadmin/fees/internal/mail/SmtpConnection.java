package org.openadmin.fees.internal.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.internal.mail.MailSettings.Login;
import org.openadmin.fees.internal.mail.MailSettings.Security;
import org.openadmin.fees.internal.mail.TrackingTransport.Stage;

/** One connection to the school's mail server, and the interpretation of its answers. */
final class SmtpConnection implements AutoCloseable {

    private static final int OK = 250;
    /** The sender is refused until there is a log-in, or encryption. */
    private static final int LOG_IN_FIRST = 530;

    private final MailSettings mail;
    private final TrackingTransport transport;

    private SmtpConnection(MailSettings mail, TrackingTransport transport) {
        this.mail = mail;
        this.transport = transport;
    }

    /**
     * @param answers how long to wait for an answer after the log-in
     * @param isFirst whether the server has not been connected to before, so that its settings may be wrong
     * @throws MailServerUnavailableException when the server does not answer or is temporarily unable to work
     * @throws MailException when it refuses the encryption or the log-in
     */
    static SmtpConnection open(
            MailSettings mail, Session session, GreetedSockets sockets, Duration answers, boolean isFirst)
            throws MailServerUnavailableException {
        TrackingTransport transport = new TrackingTransport(session, mail.security() == Security.TLS);
        SmtpConnection connection = new SmtpConnection(mail, transport);
        String user = mail.login().map(Login::user).orElse(null);
        String password = mail.login().map(Login::password).orElse(null);
        try {
            transport.connect(mail.host(), mail.port(), user, password);
            sockets.waitForAnswers(answers);
            return connection;
        } catch (MessagingException e) {
            throw connection.failed(e, isFirst);
        } catch (IOException e) {
            connection.close();
            throw connection.unavailable(Problem.UNREACHABLE, false, e);
        }
    }

    private MailServerUnavailableException failed(MessagingException e, boolean isFirst) {
        int code = transport.getLastReturnCode();
        boolean answered = code >= 400 && code < 600;
        if (isPlain(e)) {
            throw failure(Problem.EXPECTS_STARTTLS, e);
        }
        if (mail.security() == Security.STARTTLS && code == OK && !transport.supportsExtension("STARTTLS")) {
            throw failure(Problem.NO_STARTTLS, e);
        }
        if (isEncryption(e)) {
            throw failure(isCertificate(e) ? Problem.CERTIFICATE : Problem.REFUSED, e);
        }
        // 250: no log-in mechanism that both sides support
        if (e instanceof AuthenticationFailedException && (isPermanent(code) || code == OK)) {
            throw failure(Problem.LOG_IN, e);
        }
        if (isPermanent(code)) {
            throw failure(Problem.REFUSED, e);
        }
        // a server that has worked before is only slow
        if (isFirst && isSilent(e)) {
            throw failure(Problem.EXPECTS_TLS, e);
        }
        return unavailable(
                answered ? Problem.POSTPONED : Problem.UNREACHABLE, answered && SmtpReply.asksToWait(code), e);
    }

    /** Whether the server accepted the connection and then waited for the other side to begin. */
    private boolean isSilent(Throwable e) {
        return mail.security() != Security.TLS
                && !transport.isGreeted()
                && !(e instanceof MailConnectException)
                && causes(e).stream().anyMatch(SocketTimeoutException.class::isInstance);
    }

    /** Whether the server begins without encryption. Java reports this in words only. */
    private boolean isPlain(Throwable e) {
        return mail.security() == Security.TLS
                && causes(e).stream()
                        .filter(SSLException.class::isInstance)
                        .map(Throwable::getMessage)
                        .anyMatch(message -> message != null && message.contains("SSL message"));
    }

    private static boolean isCertificate(Throwable e) {
        return causes(e).stream()
                .anyMatch(cause ->
                        cause instanceof GeneralSecurityException || cause instanceof SSLPeerUnverifiedException);
    }

    private MailException failure(Problem problem, Exception e) {
        return new MailException(problem, server() + ": " + reason(e), e);
    }

    private MailServerUnavailableException unavailable(Problem problem, boolean asksToWait, Exception e) {
        return new MailServerUnavailableException(problem, asksToWait, server() + ": " + reason(e), e);
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
        int code = code(e).orElse(0);
        if (code == LOG_IN_FIRST) {
            boolean encryption = mail.security() == Security.NONE && reason(e).contains("STARTTLS");
            throw failure(encryption ? Problem.EXPECTS_STARTTLS : Problem.LOG_IN, e);
        }
        if (isPermanent(code)) {
            throw failure(Problem.REFUSED, e);
        }
        boolean answered = code >= 400;
        return unavailable(
                answered ? Problem.POSTPONED : Problem.UNREACHABLE, answered && SmtpReply.asksToWait(code), e);
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
