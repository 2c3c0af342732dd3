package org.openadmin.fees.internal.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.AuditedCommand;

/** The lines of {@code fees_audit}. */
final class AuditQueries {

    private final EntityManager em;
    private final ZoneId zone;

    /** @param zone of the days of a query */
    AuditQueries(EntityManager em, ZoneId zone) {
        this.em = em;
        this.zone = zone;
    }

    List<AuditEntry> page(AuditQuery query, int offset, int limit) {
        return entries(condition(query), offset, limit);
    }

    /** The lines before this one in the list, or the first ones. */
    List<AuditEntry> after(AuditQuery query, Optional<AuditEntry> last, int limit) {
        Sql condition = condition(query);
        return entries(
                last.map(entry -> condition.and(Sql.of("(a.recorded_at, a.id) < (:at, :id)")
                                .with("at", UtcTimestamp.text(entry.at()))
                                .with("id", entry.number())))
                        .orElse(condition),
                0,
                limit);
    }

    long count(AuditQuery query) {
        return Sql.of("SELECT COUNT(*) AS entries FROM fees_audit a WHERE {condition}")
                .part("condition", condition(query))
                .row(em)
                .number("entries");
    }

    private List<AuditEntry> entries(Sql condition, int offset, int limit) {
        return Sql.of("""
                SELECT a.id, a.recorded_at, a.recorded_by, a.operation, a.subject_kind, a.subject, a.result_kind, a.result,
                  a.request_key, a.outcome, a.reason
                FROM fees_audit a
                WHERE {condition}
                ORDER BY a.recorded_at DESC, a.id DESC
                LIMIT :limit OFFSET :offset
                """).part("condition", condition).with("limit", limit).with("offset", offset).rows(em).stream()
                .map(AuditQueries::entry)
                .toList();
    }

    private Sql condition(AuditQuery query) {
        Sql condition = Sql.of("TRUE")
                .and("a.recorded_by = :user", query.user().map(AuditedCommand::user))
                .and("a.operation = :operation", query.operation().map(AuditOperation::code))
                .and("a.outcome = :outcome", query.outcome().map(AuditOutcome::code))
                .and("a.recorded_at >= :from", query.from().map(this::begin))
                .and("a.recorded_at < :to", query.to().map(day -> begin(day.plusDays(1))));
        return query.subject().map(subject -> condition.and(is(subject))).orElse(condition);
    }

    private String begin(LocalDate day) {
        return UtcTimestamp.text(day.atStartOfDay(zone).toInstant());
    }

    private static Sql is(AuditSubject subject) {
        return Sql.of("""
                (a.subject = :number AND a.subject_kind = :kind OR a.result = :number AND a.result_kind = :kind)
                """)
                .with("number", subject.number())
                .with("kind", subject.kind().code());
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.number("id"),
                Instant.parse(row.text("recorded_at")),
                row.text("recorded_by"),
                AuditOperation.find(row.text("operation")).orElse(AuditOperation.OTHER),
                subject(row, "subject"),
                subject(row, "result"),
                Optional.of(row.text("request_key"))
                        .filter(key -> !key.isEmpty())
                        .map(RequestKey::parse),
                AuditOutcome.find(row.text("outcome")).orElse(AuditOutcome.REFUSED),
                row.text("reason"));
    }

    private static Optional<AuditSubject> subject(Row row, String column) {
        return Kind.find(row.text(column + "_kind")).map(kind -> new AuditSubject(kind, row.number(column)));
    }
}
