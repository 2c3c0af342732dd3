package org.openadmin.fees.api.audit;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Selects lines of the audit log. A line matches if it meets all criteria that are given.
 *
 * @param user the log-in name, as in the log; case makes no difference
 * @param from the first day, by the school's clock
 * @param to the last day, by the school's clock
 * @param subject what the command was about, or what it made
 */
public record AuditQuery(
        Optional<String> user,
        Optional<AuditOperation> operation,
        Optional<AuditOutcome> outcome,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<AuditSubject> subject) {

    private static final AuditQuery EVERYTHING = new AuditQuery(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public AuditQuery {
        user = user.map(String::strip).filter(name -> !name.isEmpty());
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(subject, "subject");
    }

    /** Selects every line. */
    public static AuditQuery everything() {
        return EVERYTHING;
    }

    public AuditQuery by(String name) {
        return new AuditQuery(Optional.of(name), operation, outcome, from, to, subject);
    }

    public AuditQuery of(AuditOperation wanted) {
        return new AuditQuery(user, Optional.of(wanted), outcome, from, to, subject);
    }

    public AuditQuery with(AuditOutcome wanted) {
        return new AuditQuery(user, operation, Optional.of(wanted), from, to, subject);
    }

    /** Selects the lines of these days, both included. */
    public AuditQuery between(LocalDate first, LocalDate last) {
        return new AuditQuery(user, operation, outcome, Optional.of(first), Optional.of(last), subject);
    }

    public AuditQuery about(AuditSubject wanted) {
        return new AuditQuery(user, operation, outcome, from, to, Optional.of(wanted));
    }
}
