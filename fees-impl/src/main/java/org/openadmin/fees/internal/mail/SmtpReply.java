package org.openadmin.fees.internal.mail;

/**
 * What the server says to one address.
 *
 * @param words the server's own, in one line; empty when it has taken the message
 */
record SmtpReply(Kind kind, String words) {

    enum Kind {
        TAKEN,
        /** Not taken, for good. */
        REFUSED,
        /** Not taken, but perhaps later. */
        LATER,
        /** Perhaps taken. */
        UNCERTAIN
    }

    static final SmtpReply TAKEN = new SmtpReply(Kind.TAKEN, "");

    /** @param code as SMTP has it: 2.. is yes, 4.. is later, 5.. is no; anything else means that the connection is of no use */
    static SmtpReply toMessageNotTaken(int code, String words) {
        return new SmtpReply(code >= 500 && code < 600 ? Kind.REFUSED : Kind.LATER, HeaderLines.one(words));
    }

    /** The same for the end of a message, where no answer does not mean no. */
    static SmtpReply toEnd(int code, String words) {
        if (code >= 200 && code < 300) {
            return TAKEN;
        }
        return code >= 400 && code < 600
                ? toMessageNotTaken(code, words)
                : new SmtpReply(Kind.UNCERTAIN, "the connection broke before the mail server answered");
    }
}
