package org.openadmin.fees.internal.mail;

/**
 * What became of a message.
 *
 * @param detail the server's answer when it was not taken, or not for all of its addresses; in one line
 */
public record DeliveryResult(Fate fate, String detail) {

    /** Who has the message. */
    public enum Fate {
        /** The server, for one of its addresses at least. */
        TAKEN,
        /** Nobody: the server refused it, or could not take it for too long. */
        REFUSED,
        /** Nobody knows: the connection broke between the end of the message and the answer. It must not be sent again. */
        UNCERTAIN
    }
}
