package org.openadmin.fees.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.spi.AuditedCommand;

/** The audit log, which commands write and administrators read. */
public final class MemoryAuditLog implements AuditLog {

    private final List<AuditEntry> entries = new ArrayList<>();
    private final Supplier<Instant> now;
    private final ZoneId zone;
    private final MemoryCalls calls;

    MemoryAuditLog(Supplier<Instant> now, ZoneId zone, MemoryCalls calls) {
        this.now = now;
        this.zone = zone;
        this.calls = calls;
    }

    /** Runs a command, and records a refusal. */
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

    /** Records a refusal. */
    public void refused(AuditedCommand command, FeesException refusal) {
        add(command, Optional.empty(), AuditOutcome.REFUSED, AuditedCommand.reason(refusal));
    }

    /** Records that a command was carried out. */
    void done(AuditedCommand command) {
        add(command, Optional.empty(), AuditOutcome.DONE, "");
    }

    /** Records that a command was carried out, with what it made. */
    void done(AuditedCommand command, Kind kind, long number) {
        add(command, Optional.of(new AuditSubject(kind, number)), AuditOutcome.DONE, "");
    }

    private synchronized void add(
            AuditedCommand command, Optional<AuditSubject> made, AuditOutcome outcome, String reason) {
        entries.add(new AuditEntry(
                entries.size() + 1L,
                now.get(),
                command.user(),
                command.operation(),
                command.subject(),
                made,
                command.key(),
                outcome,
                reason));
    }

    @Override
    public List<AuditEntry> entries(Actor reader, AuditQuery query, Page page) {
        query(reader);
        return found(query).skip(page.offset()).limit(page.limit()).toList();
    }

    @Override
    public long count(Actor reader, AuditQuery query) {
        query(reader);
        return found(query).count();
    }

    @Override
    public void forEach(Actor reader, AuditQuery query, Consumer<AuditEntry> use) {
        query(reader);
        found(query).toList().forEach(use);
    }

    private synchronized Stream<AuditEntry> found(AuditQuery query) {
        return List.copyOf(entries).stream()
                .filter(entry -> query.user()
                        .filter(user -> !AuditedCommand.user(user).equalsIgnoreCase(entry.user()))
                        .isEmpty())
                .filter(entry -> query.operation()
                        .filter(wanted -> wanted != entry.operation())
                        .isEmpty())
                .filter(entry -> query.outcome()
                        .filter(wanted -> wanted != entry.outcome())
                        .isEmpty())
                .filter(entry -> query.from().filter(day(entry)::isBefore).isEmpty())
                .filter(entry -> query.to().filter(day(entry)::isAfter).isEmpty())
                .filter(entry -> query.subject()
                        .filter(subject -> !Stream.concat(entry.subject().stream(), entry.result().stream())
                                .toList()
                                .contains(subject))
                        .isEmpty())
                .sorted(Comparator.comparing(AuditEntry::at)
                        .thenComparing(AuditEntry::number)
                        .reversed());
    }

    private LocalDate day(AuditEntry entry) {
        return LocalDate.ofInstant(entry.at(), zone);
    }

    private void query(Actor reader) {
        reader.require(Role.ADMIN);
        calls.query(AuditLog.class);
    }
}
