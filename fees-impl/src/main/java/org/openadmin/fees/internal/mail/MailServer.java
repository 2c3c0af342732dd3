package org.openadmin.fees.internal.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.MailException.Problem;
import org.openadmin.fees.internal.mail.DeliveryResult.Status;
import org.openadmin.fees.internal.mail.MailSettings.Security;
import org.openadmin.fees.internal.mail.SmtpReply.Kind;

/**
 * The school's mail server during one run. All messages use one connection, which is reopened when the server drops it. The
 * number of messages per minute is limited, and the run ends when the server does not work. Not thread-safe.
 *
 * <p>No message is sent twice: it is sent again only when the server answered that it did not accept it, or when the connection
 * was lost before the end of the message.
 */
public final class MailServer implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);
    private static final int GROWTH = 4;
    /** The number of consecutive messages neither accepted nor refused after which the run ends. A single one may be bad luck. */
    private static final int MAX_FAILURES_IN_A_ROW = 3;

    private static final String CONNECTION_TIMEOUT = "20000";
    /** A server may scan a message before it answers. */
    private static final String TIMEOUT = "120000";

    private final MailSettings mail;
    private final String sender;
    private final Clock clock;
    private final SendingPause pause;
    private final Properties properties;

    private Session session;
    private SmtpConnection connection;
    private Instant nextTurn = Instant.MIN;
    private int failedInARow;
    private String lastFailure = "";

    /** @param sender the school's name */
    public MailServer(MailSettings mail, String sender, Clock clock, SendingPause pause) {
        this(mail, sender, clock, pause, new Properties());
    }

    /** @param more additional properties of the library, for tests */
    MailServer(MailSettings mail, String sender, Clock clock, SendingPause pause, Properties more) {
        this.mail = mail;
        this.sender = sender;
        this.clock = clock;
        this.pause = pause;
        this.properties = properties(mail);
        properties.putAll(more);
    }

    private static Properties properties(MailSettings mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", CONNECTION_TIMEOUT);
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
        properties.setProperty("mail.smtp.auth", String.valueOf(mail.login().isPresent()));
        String starttls = String.valueOf(mail.security() == Security.STARTTLS);
        properties.setProperty("mail.smtp.starttls.enable", starttls);
        properties.setProperty("mail.smtp.starttls.required", starttls);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.from", mail.from());
        // if one of a family's two addresses is refused, the message still goes to the other
        properties.setProperty("mail.smtp.sendpartial", "true");
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    /**
     * Waits until the next message may be sent and the server answers.
     *
     * @return whether to continue; false when the pause was cut short
     * @throws MailException {@link Problem#UNREACHABLE} or {@link Problem#REFUSED}
     */
    public boolean awaitTurn() {
        if (failedInARow >= MAX_FAILURES_IN_A_ROW) {
            throw new MailException(Problem.UNREACHABLE, lastFailure, null);
        }
        Duration interval = Duration.ofMinutes(1).dividedBy(mail.perMinute());
        Instant now = clock.instant();
        if (now.isBefore(nextTurn)) {
            Duration rest = Duration.between(now, nextTurn);
            // a clock that was set back must not block the run
            if (!pause.of(rest.compareTo(interval) > 0 ? interval : rest)) {
                return false;
            }
        }
        nextTurn = clock.instant().plus(interval);
        return isConnected();
    }

    private boolean isConnected() {
        for (int attempt = 1; ; attempt++) {
            try {
                connect();
                return true;
            } catch (MailServerUnavailableException e) {
                if (attempt >= mail.attempts()) {
                    throw new MailException(Problem.UNREACHABLE, e.getMessage(), e);
                }
            }
            if (!pause.of(after(attempt))) {
                return false;
            }
        }
    }

    /** Opens the connection, or opens it again when the server has dropped it. */
    private void connect() throws MailServerUnavailableException {
        BundleClassLoading.call(() -> {
            if (connection == null || !connection.isAlive()) {
                close();
                connection = SmtpConnection.open(mail, session());
            }
            return connection;
        });
    }

    private Session session() {
        if (session == null) {
            session = Session.getInstance(properties);
        }
        return session;
    }

    /**
     * Sends a message, and retries as long as it is certain that it was not accepted for any address.
     *
     * @throws MailException {@link Problem#UNREACHABLE} or {@link Problem#REFUSED}; the message has then not been accepted for
     *     any address
     */
    public DeliveryResult send(MailMessage letter) {
        Attempts attempts;
        try {
            attempts = new Attempts(
                    BundleClassLoading.call(() -> MimeMailMessage.of(letter, mail, sender, clock.instant(), session())),
                    letter.to().forEnvelope());
        } catch (MessagingException e) {
            return new DeliveryResult(Status.REFUSED, HeaderLines.one(String.valueOf(e.getMessage())));
        }
        DeliveryResult handover = attempts.made();
        failedInARow = attempts.has(Kind.LATER) || attempts.has(Kind.UNCERTAIN) ? failedInARow + 1 : 0;
        lastFailure = mail.host() + ":" + mail.port() + ": " + handover.detail();
        return handover;
    }

    /** The attempts to send one message. */
    private final class Attempts {

        private final MimeMessage message;
        private final Map<InternetAddress, SmtpReply> answers = new LinkedHashMap<>();

        Attempts(MimeMessage message, List<InternetAddress> addresses) {
            this.message = message;
            addresses.forEach(address -> answers.put(address, new SmtpReply(Kind.LATER, "")));
        }

        DeliveryResult made() {
            for (int attempt = 1; ; attempt++) {
                try {
                    connect();
                    answers.putAll(BundleClassLoading.call(() -> connection.send(message, rest())));
                } catch (MailServerUnavailableException e) {
                    if (attempt >= mail.attempts()) {
                        giveUp(new MailException(Problem.UNREACHABLE, e.getMessage(), e), Kind.LATER);
                    }
                } catch (MailException e) {
                    giveUp(e, Kind.REFUSED);
                }
                if (rest().isEmpty() || attempt >= mail.attempts() || !pause.of(after(attempt))) {
                    return handover();
                }
            }
        }

        /** @throws MailException unless the message was accepted, or may have been, for another of the family's addresses */
        private void giveUp(MailException failure, Kind kind) {
            if (!has(Kind.ACCEPTED) && !has(Kind.UNCERTAIN)) {
                throw failure;
            }
            rest().forEach(address -> answers.put(address, new SmtpReply(kind, failure.detail())));
        }

        boolean has(Kind kind) {
            return answers.values().stream().anyMatch(answer -> answer.kind() == kind);
        }

        private List<InternetAddress> rest() {
            List<InternetAddress> rest = new ArrayList<>(answers.keySet());
            rest.removeIf(address -> answers.get(address).kind() != Kind.LATER);
            return rest;
        }

        private DeliveryResult handover() {
            Status fate =
                    has(Kind.UNCERTAIN) ? Status.UNCERTAIN : has(Kind.ACCEPTED) ? Status.ACCEPTED : Status.REFUSED;
            return new DeliveryResult(fate, words());
        }

        /** The answers for the addresses without the message; with the address, if there are several. */
        private String words() {
            return answers.entrySet().stream()
                    .filter(entry -> entry.getValue().kind() != Kind.ACCEPTED)
                    .map(entry -> (answers.size() == 1 ? "" : entry.getKey().getAddress() + ": ")
                            + entry.getValue().words())
                    .collect(Collectors.joining("; "));
        }
    }

    private static Duration after(int attempt) {
        Duration length = FIRST_PAUSE;
        for (int i = 1; i < attempt && length.compareTo(MAX_PAUSE) < 0; i++) {
            length = length.multipliedBy(GROWTH);
        }
        return length.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : length;
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
