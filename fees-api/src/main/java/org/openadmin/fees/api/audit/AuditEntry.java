package org.openadmin.fees.api.audit;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.RequestKey;

/**
 * One line of the audit log.
 *
 * @param number the number of the line; a later line has a higher one, except in a cluster, and numbers can be missing
 * @param at when the command was carried out or refused
 * @param user the log-in name, with the codes of invisible characters in their place, at most {@value #MAX_USER_LENGTH} characters
 * @param subject what the command was about; empty if that has no number, such as a fee that is not predefined, or is not known
 * @param result what the command made, such as the receipt; empty if it was refused, or made nothing with a number of its own
 * @param key the request key; empty if the command has none, or was refused before it was read
 * @param reason a word for why the command was refused, such as {@code not-allowed}; empty if it was carried out. It is the
 *     name of the error in lower case, and nothing of what was entered
 */
public record AuditEntry(
        long number,
        Instant at,
        String user,
        AuditOperation operation,
        Optional<AuditSubject> subject,
        Optional<AuditSubject> result,
        Optional<RequestKey> key,
        AuditOutcome outcome,
        String reason) {

    /** The length of the longest user name in the log; a longer one is cut. */
    public static final int MAX_USER_LENGTH = 128;

    public AuditEntry {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(reason, "reason");
    }
}
