package org.openadmin.fees.internal.mail;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server's answer for one address.
 *
 * @param words the text of the answer, on one line; empty when the message was accepted
 */
record SmtpReply(Kind kind, String words) {

    /** Of a provider that limits the number of messages, or is too busy; not of a single mailbox that is full or locked. */
    private static final Pattern WAIT = Pattern.compile(
            "\\b(421|too many|rate|limit(s|ed)?|throttl\\w*|slow down|(try|try it|retry) (again )?(later|in)|4\\.7\\.\\d+)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MAILBOX = Pattern.compile("mailbox|gr[ea]ylist", Pattern.CASE_INSENSITIVE);
    /** The codes of a server that accepts no messages for the moment. */
    private static final Set<Integer> WAITING_CODES = Set.of(421, 450, 451, 452);

    enum Kind {
        ACCEPTED,
        /** Rejected permanently. */
        REFUSED,
        /** Rejected for now; another attempt may succeed. */
        LATER,
        /** Possibly accepted. */
        UNCERTAIN
    }

    /** Whether the server, to judge by its words, asks to wait before any other message. */
    boolean asksToWait() {
        return kind == Kind.LATER
                && WAIT.matcher(words).find()
                && !MAILBOX.matcher(words).find();
    }

    /** Whether this answer, which does not concern a single address, asks to wait. */
    static boolean asksToWait(int code) {
        return WAITING_CODES.contains(code);
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
