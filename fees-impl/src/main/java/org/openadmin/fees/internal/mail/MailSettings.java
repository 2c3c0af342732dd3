package org.openadmin.fees.internal.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The school's mail server and how e-mail goes through it.
 *
 * @param host the server's name
 * @param port the server's port
 * @param login how the module logs in, if the server asks for it
 * @param from the address that e-mail comes from; families answer to it unless there is another for that
 * @param replyTo where families' answers go, if elsewhere
 * @param perMinute how many messages a minute the server takes, 1 to 6,000
 * @param attempts how often a message is tried before it is given up, 1 to 10
 * @param letters what the messages say, by language such as {@code fr}; a language that is absent has the module's own words
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
        Map<String, Letter> letters) {

    /** How the connection is kept from being read. */
    public enum Security {
        /** It is not: for a server on the same machine. */
        NONE,
        /** Encrypted after the greeting; a server that does not offer it gets no message. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /** A user of the mail server. The password is never printed. */
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
     * The school's own words in one language, with places such as {@code {students}} in them.
     *
     * @param subject empty for the module's own
     * @param text empty for the module's own; lines end with {@code \n}
     */
    public record Letter(String subject, String text) {}

    public MailSettings {
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(login, "login");
        Objects.requireNonNull(replyTo, "replyTo");
        letters = Map.copyOf(letters);
    }
}
