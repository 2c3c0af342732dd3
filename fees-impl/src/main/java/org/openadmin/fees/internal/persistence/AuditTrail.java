package org.openadmin.fees.internal.persistence;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.VisibleText;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds the lines of the audit log, {@code fees_audit}. All commands pass here: what a command did is recorded in the transaction
 * that does it, and a refusal in one of its own, once the refused attempt has been rolled back.
 *
 * <p>A line is one INSERT into a table without a unique key but its number: it waits for no other line, and no other waits for
 * it.
 */
@Component(service = Refusals.class)
public final class AuditTrail implements Refusals {

    private static final int LINES_PER_STATEMENT = 100;
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final Transactions transactions;
    private final Clock clock;

    @Activate
    public AuditTrail(
            @Reference Transactions transactions, @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Runs a command, or the part of one that precedes its transaction, and records a refusal. A failure of the database is not a
     * refusal: nobody knows yet what became of the command.
     */
    public <R> R attempt(AuditedCommand command, Supplier<R> work) {
        try {
            return work.get();
        } catch (StorageException e) {
            throw e;
        } catch (FeesException e) {
            refused(command, e);
            throw e;
        }
    }

    /**
     * Runs a command under its request key, see {@link Transactions#writeOnce}, and records that it was carried out. A request
     * that was answered before adds no line.
     *
     * @param made what the command made
     */
    public <R> R once(
            AuditedCommand command,
            Consumer<EntityManager> lock,
            Function<EntityManager, Optional<R>> find,
            Function<EntityManager, R> work,
            Function<R, Optional<AuditSubject>> made) {
        return transactions.writeOnce(lock, find, em -> {
            R result = work.apply(em);
            done(em, command, made.apply(result));
            return result;
        });
    }

    /** Records, in the transaction of a command without a key, that it was carried out. */
    public void done(EntityManager em, AuditedCommand command) {
        done(em, command, Optional.empty());
    }

    private void done(EntityManager em, AuditedCommand command, Optional<AuditSubject> made) {
        add(em, command, made, AuditOutcome.DONE, "");
    }

    @Override
    public void refused(AuditedCommand command, FeesException refusal) {
        String reason = AuditedCommand.reason(refusal);
        try {
            transactions.writeUnrepeated(em -> add(em, command, Optional.empty(), AuditOutcome.REFUSED, reason));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Not in the audit log, because the database did not accept it: {} by \"{}\" was refused ({}), {}",
                    command.operation().code(),
                    VisibleText.of(command.user()),
                    reason,
                    command.subject().map(AuditSubject::toString).orElse("no subject"),
                    e);
        }
    }

    private void add(
            EntityManager em,
            AuditedCommand command,
            Optional<AuditSubject> made,
            AuditOutcome outcome,
            String reason) {
        insert(em, List.of(line(command, made, outcome, reason)));
    }

    /** Records, in the transaction of a command that carries out others, that these were. */
    public void done(EntityManager em, Map<AuditedCommand, Optional<AuditSubject>> made) {
        List<Sql> lines = new ArrayList<>();
        made.forEach((command, result) -> lines.add(line(command, result, AuditOutcome.DONE, "")));
        for (int i = 0; i < lines.size(); i += LINES_PER_STATEMENT) {
            insert(em, lines.subList(i, Math.min(lines.size(), i + LINES_PER_STATEMENT)));
        }
    }

    private static void insert(EntityManager em, List<Sql> lines) {
        Sql.of("""
                INSERT INTO fees_audit
                  (recorded_at, recorded_by, operation, subject_kind, subject, result_kind, result, request_key, outcome, reason)
                VALUES {lines}
                """).part("lines", Sql.joined(",\n", lines)).update(em);
    }

    private Sql line(AuditedCommand command, Optional<AuditSubject> made, AuditOutcome outcome, String reason) {
        return Sql.of(
                        "(:now, :user, :operation, :subjectKind, :subject, :resultKind, :result, :key, :outcome, :reason)")
                .with("now", UtcTimestamp.text(clock.instant()))
                .with("user", command.user())
                .with("operation", command.operation().code())
                .with("subjectKind", kind(command.subject()))
                .with("subject", number(command.subject()))
                .with("resultKind", kind(made))
                .with("result", number(made))
                .with("key", command.key().map(Object::toString).orElse(null))
                .with("outcome", outcome.code())
                .with("reason", reason);
    }

    private static String kind(Optional<AuditSubject> subject) {
        return subject.map(each -> each.kind().code()).orElse(null);
    }

    private static Long number(Optional<AuditSubject> subject) {
        return subject.map(AuditSubject::number).orElse(null);
    }
}
