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
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
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

    /** The number of consecutive messages neither accepted nor refused after which the run ends. A single one may be bad luck. */
    private static final int MAX_FAILURES_IN_A_ROW = 3;

    /** The property of the limit for each answer after the log-in. */
    static final String ANSWER_TIMEOUT = "org.openadmin.fees.answertimeout";

    /** For the connection, the greeting and the log-in. */
    private static final String GREETING_TIMEOUT = "20000";
    /** A server may scan a message before it answers. */
    private static final String TIMEOUT = "120000";

    private final MailSettings mail;
    private final String sender;
    private final Clock clock;
    private final SendingPause pause;
    private final Supplier<Retries> retries;
    private final GreetedSockets sockets = new GreetedSockets();
    private final Properties properties;

    private Session session;
    private SmtpConnection connection;
    private boolean hasWorked;
    private Instant nextTurn = Instant.MIN;
    private int failedInARow;
    private MailException lastFailure;

    /** @param sender the school's name */
    public MailServer(MailSettings mail, String sender, Clock clock, SendingPause pause) {
        this(mail, sender, clock, pause, new Properties());
    }

    /** The mail server for one message, in a single attempt. */
    public static MailServer once(MailSettings mail, String sender, Clock clock) {
        return new MailServer(mail, sender, clock, length -> false, Retries::none, new Properties());
    }

    /** @param more additional properties of the library, for tests */
    MailServer(MailSettings mail, String sender, Clock clock, SendingPause pause, Properties more) {
        this(mail, sender, clock, pause, () -> Retries.of(mail.attempts()), more);
    }

    private MailServer(
            MailSettings mail,
            String sender,
            Clock clock,
            SendingPause pause,
            Supplier<Retries> retries,
            Properties more) {
        this.mail = mail;
        this.retries = retries;
        this.sender = sender;
        this.clock = clock;
        this.pause = pause;
        this.properties = properties(mail);
        properties.put("mail.smtp.socketFactory", sockets);
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.putAll(more);
    }

    private static Properties properties(MailSettings mail) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", GREETING_TIMEOUT);
        properties.setProperty("mail.smtp.timeout", GREETING_TIMEOUT);
        properties.setProperty(ANSWER_TIMEOUT, TIMEOUT);
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
     * @throws MailException if the server does not work, with the reason
     */
    public boolean awaitTurn() {
        if (failedInARow >= MAX_FAILURES_IN_A_ROW) {
            throw lastFailure;
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
        Retries left = retries.get();
        while (true) {
            try {
                connect();
                return true;
            } catch (MailServerUnavailableException e) {
                Optional<Duration> wait = left.afterFailure(e.asksToWait());
                if (wait.isEmpty()) {
                    throw new MailException(e.problem(), e.getMessage(), e);
                }
                if (!pause.of(wait.get(), e.getMessage())) {
                    return false;
                }
            }
        }
    }

    /** Opens the connection, or opens it again when the server has dropped it. */
    private void connect() throws MailServerUnavailableException {
        BundleClassLoading.call(() -> {
            if (connection == null || !connection.isAlive()) {
                close();
                connection = SmtpConnection.open(
                        mail,
                        session(),
                        sockets,
                        Duration.ofMillis(Long.parseLong(properties.getProperty(ANSWER_TIMEOUT))),
                        !hasWorked);
                hasWorked = true;
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
     * @throws MailException if the server does not work, with the reason; the message has then not been accepted for any address
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
        lastFailure = new MailException(
                attempts.has(Kind.UNCERTAIN) ? Problem.UNREACHABLE : Problem.POSTPONED, said(handover.detail()), null);
        return handover;
    }

    private String said(String words) {
        return mail.host() + ":" + mail.port() + ": " + words;
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
            Retries left = retries.get();
            while (true) {
                boolean asksToWait = false;
                Optional<MailException> unavailable = Optional.empty();
                try {
                    connect();
                    answers.putAll(BundleClassLoading.call(() -> connection.send(message, rest())));
                    asksToWait = asksToWait();
                } catch (MailServerUnavailableException e) {
                    asksToWait = e.asksToWait();
                    unavailable = Optional.of(new MailException(e.problem(), e.getMessage(), e));
                } catch (MailException e) {
                    giveUp(e, Kind.REFUSED);
                }
                if (rest().isEmpty()) {
                    return handover();
                }
                String reason = unavailable.map(MailException::detail).orElseGet(() -> said(words()));
                Optional<Duration> wait = left.afterFailure(asksToWait);
                if (wait.isEmpty() && asksToWait) {
                    unavailable = unavailable.or(() -> Optional.of(new MailException(Problem.POSTPONED, reason, null)));
                }
                if (wait.isEmpty()) {
                    unavailable.ifPresent(failure -> giveUp(failure, Kind.LATER));
                }
                if (wait.isEmpty() || !pause.of(wait.get(), reason)) {
                    return handover();
                }
            }
        }

        /** If two messages in a row are postponed, the server is busy, and not only one mailbox. */
        private boolean asksToWait() {
            return answers.values().stream()
                    .anyMatch(answer -> answer.kind() == Kind.LATER && (failedInARow > 0 || answer.asksToWait()));
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

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
