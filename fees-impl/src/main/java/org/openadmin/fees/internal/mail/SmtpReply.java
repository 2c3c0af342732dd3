package org.openadmin.fees.internal.mail;

/**
 * The server's answer for one address.
 *
 * @param words the text of the answer, on one line; empty when the message was accepted
 */
record SmtpReply(Kind kind, String words) {

    enum Kind {
        ACCEPTED,
        /** Rejected permanently. */
        REFUSED,
        /** Rejected for now; another attempt may succeed. */
        LATER,
        /** Possibly accepted. */
        UNCERTAIN
    }

    static final SmtpReply TAKEN = new SmtpReply(Kind.ACCEPTED, "");

    /**
     * @param code the SMTP reply code: 2xx is accepted, 4xx a temporary and 5xx a permanent failure; anything else means that the
     *     connection is unusable
     */
    static SmtpReply toMessageNotTaken(int code, String words) {
        return new SmtpReply(code >= 500 && code < 600 ? Kind.REFUSED : Kind.LATER, HeaderLines.one(words));
    }

    /** The same for the end of a message, after which a missing answer does not mean a refusal. */
    static SmtpReply toEnd(int code, String words) {
        if (code >= 200 && code < 300) {
            return TAKEN;
        }
        return code >= 400 && code < 600
                ? toMessageNotTaken(code, words)
                : new SmtpReply(Kind.UNCERTAIN, "the connection broke before the mail server answered");
    }
}
