package org.openadmin.fees.internal.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.Closing.Type;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Reopen;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The list of closings and reopenings, with what they carry forward. Rows are only added. */
final class ClosingStore {

    private static final Sql CLOSINGS = Sql.of("""
            SELECT c.id, c.act, c.month, {day} AS closed_through, c.reason, c.recorded_at, c.recorded_by
            FROM fees_closing c
            """).part("day", SqlDates.of("c.closed_through"));

    private final EntityManager em;

    ClosingStore(EntityManager em) {
        this.em = em;
    }

    List<Closing> list() {
        return closings(Sql.of("{closings} ORDER BY c.id DESC"));
    }

    /** The closing that a request with this key has made. */
    Optional<Closing> find(RequestKey key) {
        return closings(Sql.of("{closings} WHERE c.request_key = :key").with("key", key.toString())).stream()
                .findFirst();
    }

    /**
     * The closing that this request has made.
     *
     * @throws RequestKeyReusedException when the key was used for another request
     */
    Optional<Closing> find(ClosingRequest request) {
        Optional<Closing> made = find(request.key());
        boolean reused = made.isPresent() ? !isFor(request, made.get()) : usedElsewhere(request.key());
        if (reused) {
            throw new RequestKeyReusedException(request.key());
        }
        return made;
    }

    private static boolean isFor(ClosingRequest request, Closing made) {
        return made.type() == type(request)
                && made.month().equals(request.month())
                && made.reason().equals(reason(request));
    }

    private boolean usedElsewhere(RequestKey key) {
        return !Sql.of("""
                SELECT id FROM fees_jrl WHERE request_key = :key
                UNION ALL
                SELECT id FROM fees_batch WHERE request_key = :key
                UNION ALL
                SELECT id FROM fees_correction WHERE request_key = :key
                """).with("key", key.toString()).values(em).isEmpty();
    }

    private List<Closing> closings(Sql query) {
        return query.part("closings", CLOSINGS).rows(em).stream()
                .map(ClosingStore::closing)
                .toList();
    }

    /** Records the request, and what is carried forward from the rows up to the last closed day. */
    Closing add(ClosingRequest request, LocalDate closedThrough, Instant now, Currency currency) {
        CarriedForward before = CarriedForward.of(em);
        before.keepUpTo(closedThrough);
        Closing closing = new Closing(
                Counter.CLOSING.next(em, 1),
                type(request),
                request.month(),
                closedThrough,
                reason(request),
                now,
                request.actor().name());
        Sql.of("""
                INSERT INTO fees_closing
                  (id, act, month, closed_through, reason, request_key, recorded_at, recorded_by)
                VALUES (:number, :act, :month, :day, :reason, :key, :now, :user)
                """)
                .with("number", closing.number())
                .with("act", closing.type().code())
                .with("month", closing.month().toString())
                .with("day", closedThrough)
                .with("reason", closing.reason())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", closing.by())
                .update(em);
        new CarriedStore(em, currency).add(closing.number(), closedThrough, before);
        return closing;
    }

    private static Type type(ClosingRequest request) {
        return request instanceof Reopen ? Type.REOPENED : Type.CLOSED;
    }

    private static String reason(ClosingRequest request) {
        return request instanceof Reopen reopen ? reopen.reason() : "";
    }

    private static Closing closing(Row row) {
        return new Closing(
                row.integer("id"),
                row.text("act").equals(Type.CLOSED.code()) ? Type.CLOSED : Type.REOPENED,
                YearMonth.parse(row.text("month")),
                row.day("closed_through").orElseThrow(),
                row.text("reason"),
                UtcTimestamp.instant(row.text("recorded_at")),
                row.text("recorded_by"));
    }
}
