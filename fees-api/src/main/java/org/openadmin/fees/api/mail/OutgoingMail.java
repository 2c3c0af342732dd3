package org.openadmin.fees.api.mail;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/** The school's mail server as it is configured, and a message to try it. */
@ProviderType
public interface OutgoingMail {

    /** How the connection to the mail server is encrypted. */
    enum Security {
        NONE,
        /** Encrypted after the greeting. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }

    /**
     * The configuration, without the log-in.
     *
     * @param sender the name that families see, which is the school's
     * @param from the e-mail address of the sender
     */
    record Setup(String host, int port, Security security, String sender, String from) {}

    /**
     * Returns the configuration in force; empty if there is no mail server. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Setup> setup(Actor reader);

    /**
     * Sends a message without an invoice, in one attempt; returns when the mail server has accepted it. Stores nothing.
     * Requires the role {@code fees-bill}.
     *
     * @param address a single e-mail address
     * @throws NotAllowedException if the user does not have the role
     * @throws InvalidInputException if the address is not a single e-mail address
     * @throws MailException if the mail server does not work or does not accept the message, with the reason
     */
    void sendTest(Actor actor, String address);
}
