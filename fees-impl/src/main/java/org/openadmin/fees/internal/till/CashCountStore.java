package org.openadmin.fees.internal.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.till.CountRequest;
import org.openadmin.fees.api.till.CountedCash;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The counts of the drawers. */
final class CashCountStore {

    static final String TABLE = "fees_cash_count";

    /**
     * A count.
     *
     * @param deposited whether its difference is in a deposit
     */
    record Stored(DrawerCount count, boolean deposited) {}

    private final EntityManager em;
    private final Currency currency;

    CashCountStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    Optional<DrawerCount> find(RequestKey key) {
        return select(Sql.of("c.request_key = :key").with("key", key.toString())).stream()
                .findFirst()
                .map(Stored::count);
    }

    /** The counts of these days, in number order. */
    List<Stored> of(Collection<LocalDate> days) {
        return select(Sql.of("c.drawer_date IN (:days)").with("days", days));
    }

    /** The days up to this one with a valid count whose difference is not in a deposit. */
    List<LocalDate> daysWithDifference(LocalDate until) {
        return Sql.of("""
                SELECT DISTINCT {day} AS day FROM fees_cash_count c
                WHERE c.difference <> 0 AND c.drawer_date <= :until AND NOT {deposited}
                  AND NOT EXISTS (SELECT 1 FROM fees_cash_count x
                    WHERE x.drawer_date = c.drawer_date AND x.cashier = c.cashier AND x.id > c.id)
                """)
                .part("day", SqlDates.of("c.drawer_date"))
                .part("deposited", deposited())
                .with("until", until)
                .rows(em)
                .stream()
                .flatMap(row -> row.day("day").stream())
                .toList();
    }

    private static Sql deposited() {
        return Sql.of("(MOD((SELECT COUNT(*) FROM fees_deposit_row d WHERE d.count_id = c.id), 2) = 1)");
    }

    private List<Stored> select(Sql where) {
        return Sql.of("""
                SELECT c.id, c.cashier, {day} AS day, c.opening, c.moved, c.deposited, c.counted, c.pieces, c.reason,
                  c.recorded_by, c.recorded_at, CASE WHEN {in} THEN 1 ELSE 0 END AS in_deposit
                FROM fees_cash_count c WHERE {where} ORDER BY c.id
                """)
                .part("day", SqlDates.of("c.drawer_date"))
                .part("in", deposited())
                .part("where", where)
                .rows(em)
                .stream()
                .map(row -> new Stored(count(row), row.flag("in_deposit")))
                .toList();
    }

    private DrawerCount count(Row row) {
        return new DrawerCount(
                row.number("id"),
                row.text("cashier"),
                row.day("day").orElseThrow(),
                row.money("opening", currency),
                row.money("moved", currency),
                row.money("deposited", currency),
                counted(row.text("pieces"), row.money("counted", currency)),
                row.text("reason"),
                row.text("recorded_by"),
                UtcTimestamp.instant(row.text("recorded_at")));
    }

    static CountedCash counted(String pieces, Money total) {
        return pieces.isEmpty() ? CountedCash.of(total) : CountedCash.parse(pieces, total.currency());
    }

    /** Adds a count. */
    DrawerCount add(CountRequest request, DrawerDay drawer, Instant now) {
        Money expected = drawer.expected(request.opening());
        Sql.of("""
                INSERT INTO fees_cash_count (request_key, cashier, drawer_date, opening, moved, deposited, expected,
                  counted, difference, pieces, reason, recorded_at, recorded_by)
                VALUES (:key, :cashier, :day, :opening, :moved, :deposited, :expected,
                  :counted, :difference, :pieces, :reason, :now, :user)
                """)
                .with("key", request.key().toString())
                .with("cashier", request.cashier())
                .with("day", request.day())
                .with("opening", request.opening().amount())
                .with("moved", drawer.moved().amount())
                .with("deposited", drawer.deposited().amount())
                .with("expected", expected.amount())
                .with("counted", request.counted().total().amount())
                .with("difference", request.counted().total().minus(expected).amount())
                .with("pieces", request.counted().text())
                .with("reason", request.reason())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
        return find(request.key()).orElseThrow();
    }
}
