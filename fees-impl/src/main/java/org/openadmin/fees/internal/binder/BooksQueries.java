package org.openadmin.fees.internal.binder;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.ReaderWork;

/** What was closed, reopened, posted and refused in the period, by the time at which it was recorded. */
final class BooksQueries {

    private final EntityManager em;
    private final Currency currency;
    private final PeriodSql span;

    BooksQueries(EntityManager em, Currency currency, PeriodSql span) {
        this.em = em;
        this.currency = currency;
        this.span = span;
    }

    List<Closing> closings() {
        return Sql.of("""
                SELECT c.id, c.act, c.month, {through} AS through, c.reason, c.recorded_at, c.recorded_by
                FROM fees_closing c WHERE {recorded} ORDER BY c.id
                """)
                .part("through", SqlDates.of("c.closed_through"))
                .part("recorded", span.recorded("c.recorded_at"))
                .rows(em)
                .stream()
                .map(row -> new Closing(
                        row.integer("id"),
                        Arrays.stream(Type.values())
                                .filter(type -> type.code().equals(row.text("act")))
                                .findFirst()
                                .orElseThrow(),
                        YearMonth.parse(row.text("month")),
                        row.day("through").orElseThrow(),
                        row.text("reason"),
                        UtcTimestamp.instant(row.text("recorded_at")),
                        row.text("recorded_by")))
                .toList();
    }

    List<PostingSummary> postings() {
        return Sql.of("""
                SELECT h.id, {until} AS until, h.narration, h.journal_rows, h.debits, h.recorded_at, h.recorded_by
                FROM fees_posting h WHERE {recorded} ORDER BY h.id
                """)
                .part("until", SqlDates.of("h.until_date"))
                .part("recorded", span.recorded("h.recorded_at"))
                .rows(em)
                .stream()
                .map(row -> new PostingSummary(
                        new PostingNumber(row.number("id")),
                        row.day("until").orElseThrow(),
                        row.text("narration"),
                        row.integer("journal_rows"),
                        row.money("debits", currency),
                        UtcTimestamp.instant(row.text("recorded_at")),
                        row.text("recorded_by")))
                .toList();
    }

    void refusals(Consumer<AuditEntry> use) {
        Optional<Row> last = Optional.empty();
        List<Row> rows;
        do {
            ReaderWork.check();
            rows = refusals(last);
            for (Row row : rows) {
                use.accept(entry(row));
                last = Optional.of(row);
            }
        } while (rows.size() == DatedRowQueries.AT_A_TIME);
    }

    private List<Row> refusals(Optional<Row> after) {
        return Sql.of("""
                SELECT a.id, a.recorded_at, a.recorded_by, a.operation, a.subject_kind, a.subject, a.request_key, a.reason
                FROM fees_audit a
                WHERE a.outcome = :refused AND {recorded} AND {after}
                ORDER BY a.recorded_at, a.id LIMIT :limit
                """)
                .part("recorded", span.recorded("a.recorded_at"))
                .part(
                        "after",
                        after.map(row -> Sql.of("(a.recorded_at, a.id) > (:at, :id)")
                                        .with("at", row.text("recorded_at"))
                                        .with("id", row.number("id")))
                                .orElse(Sql.of("TRUE")))
                .with("refused", AuditOutcome.REFUSED.code())
                .with("limit", DatedRowQueries.AT_A_TIME)
                .rows(em);
    }

    private static AuditEntry entry(Row row) {
        return new AuditEntry(
                row.number("id"),
                UtcTimestamp.instant(row.text("recorded_at")),
                row.text("recorded_by"),
                AuditOperation.find(row.text("operation")).orElse(AuditOperation.OTHER),
                AuditSubject.Kind.find(row.text("subject_kind"))
                        .map(kind -> new AuditSubject(kind, row.number("subject"))),
                Optional.empty(),
                Optional.of(row.text("request_key"))
                        .filter(key -> !key.isEmpty())
                        .map(RequestKey::parse),
                AuditOutcome.REFUSED,
                row.text("reason"));
    }
}
