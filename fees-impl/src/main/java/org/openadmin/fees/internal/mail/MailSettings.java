package org.openadmin.fees.internal.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.students.Audience;

/**
 * The school's mail server and the settings for sending e-mail.
 *
 * @param host the host name of the server
 * @param port the port of the server
 * @param login the log-in, if the server requires one
 * @param from the sender address, to which families reply unless {@code replyTo} is set
 * @param replyTo the address for replies, if it is not the sender
 * @param perMinute the maximum number of messages per minute, 1 to 6,000
 * @param attempts how many times to try to send a message, 1 to 10
 * @param templates the wording of the messages by language, such as {@code fr}; the module's own wording is used for
 *     other languages
 * @param blindCopies whether a message with several addresses is sent once, with the addresses as blind copies; otherwise
 *     each address gets a message of its own
 * @param families the students whose families read a language first that is not the school's, by language
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        Optional<Login> login,
        String from,
        Optional<String> replyTo,
        int perMinute,
        int attempts,
        Map<String, MessageTemplate> templates,
        boolean blindCopies,
        Map<String, Audience.Group> families) {

    /** How the connection is encrypted. */
    public enum Security {
        /** Not encrypted; for a server on the same machine. */
        NONE,
        /** Encrypted after the greeting; no message is sent if the server does not offer it. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /** A user of the mail server. {@code toString} does not contain the password. */
    public record Login(String user, String password) {
        public Login {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }

        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * The school's own wording in one language, with placeholders such as {@code {students}}.
     *
     * @param subject the subject; empty for the module's own
     * @param text the text, with lines that end in {@code \n}; empty for the module's own
     */
    public record MessageTemplate(String subject, String text) {}

    public MailSettings {
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(replyTo, "replyTo");
        templates = Map.copyOf(templates);
        families = Map.copyOf(families);
    }

    /** A message of its own for each address, in the school's language first. */
    public MailSettings(
            String host,
            int port,
            Security security,
            Optional<Login> login,
            String from,
            Optional<String> replyTo,
            int perMinute,
            int attempts,
            Map<String, MessageTemplate> templates) {
        this(host, port, security, login, from, replyTo, perMinute, attempts, templates, false, Map.of());
    }
}
