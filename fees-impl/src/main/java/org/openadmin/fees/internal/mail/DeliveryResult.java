package org.openadmin.fees.internal.mail;

/**
 * The result of sending a message.
 *
 * @param detail the server's answer when the message was not accepted, or not for all of its addresses; in one line
 */
public record DeliveryResult(Status status, String detail) {

    /** Whether the server accepted the message. */
    public enum Status {
        /** The server accepted it for at least one of its addresses. */
        ACCEPTED,
        /** Not accepted: the server refused it, or was unable to take it for too long. */
        REFUSED,
        /** Unknown: the connection was lost between the end of the message and the answer. It must not be sent again. */
        UNCERTAIN
    }
}
