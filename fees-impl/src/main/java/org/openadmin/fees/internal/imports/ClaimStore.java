package org.openadmin.fees.internal.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.imports.BankLineNumber;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.UnclaimedMoney;
import org.openadmin.fees.api.imports.UnclaimedSum;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/**
 * What became of unclaimed money: its first end is in fees_import_end; each further one, after the receipt was voided, in fees_import_again.
 */
final class ClaimStore {

    /** Voided by a person: the bank did not return it. */
    private static Sql voided(String row) {
        return Sql.of("""
                EXISTS (SELECT 1 FROM fees_jrl v JOIN fees_correction k ON k.id = v.correction_id
                  WHERE v.reverses_id = {row} AND v.trans_type = :VOID AND k.act = 'void')
                """).part("row", row);
    }

    /** Whether the transaction {@code l} of the bank is unclaimed: its import is in force, and so is nothing that became of it. */
    private static final Sql IS_OPEN =
            Sql.of("""
            NOT EXISTS (SELECT 1 FROM fees_import_undo u WHERE u.import_id = l.import_id)
            AND EXISTS (SELECT 1 FROM fees_import b WHERE b.id = l.import_id AND b.kind = 'bank')
            AND (l.row_id IS NULL OR {voided})
            AND NOT EXISTS (SELECT 1 FROM fees_import_end e WHERE e.line_id = l.id AND NOT {ended})
            AND NOT EXISTS (SELECT 1 FROM fees_import_again e WHERE e.line_id = l.id AND NOT {ended})
            """).part("voided", voided("l.row_id")).part("ended", voided("e.row_id"));

    /**
     * The unclaimed transactions {@code l}. Those that became payments when they were imported are nearly all, so the others and the voided ones
     * are read from their indexes.
     */
    static final Sql OPEN = Sql.of("""
            (SELECT l.* FROM (
              SELECT n.id FROM fees_import_line n WHERE n.row_id IS NULL
              UNION SELECT w.id FROM fees_jrl x JOIN fees_import_line w ON w.row_id = x.reverses_id WHERE x.trans_type = :VOID) c
            JOIN fees_import_line l ON l.id = c.id WHERE {open}) l
            """).part("open", IS_OPEN);

    private final EntityManager em;
    private final Currency currency;

    ClaimStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * A transaction that is unclaimed money.
     *
     * @param round how many imports of it were undone
     * @param voided how many payments it was before
     */
    record Open(
            BankLineNumber number,
            LocalDate day,
            Money amount,
            String text,
            String fingerprint,
            int round,
            int voided) {}

    Optional<Open> open(BankLineNumber number) {
        return Sql.of("""
                SELECT l.id, {day} AS day, l.amount, l.text, l.fingerprint, l.round,
                  CASE WHEN l.row_id IS NULL THEN 0 ELSE 1 END
                  + (SELECT COUNT(*) FROM fees_import_end e WHERE e.line_id = l.id)
                  + (SELECT COUNT(*) FROM fees_import_again e WHERE e.line_id = l.id) AS voided
                FROM fees_import_line l WHERE l.id = :number AND {open}
                """)
                .part("day", SqlDates.of("l.day"))
                .part("open", IS_OPEN)
                .with("number", number.value())
                .rows(em)
                .stream()
                .map(row -> new Open(
                        number,
                        row.day("day").orElseThrow(),
                        row.money("amount", currency),
                        row.text("text"),
                        row.text("fingerprint"),
                        row.integer("round"),
                        row.integer("voided")))
                .findFirst();
    }

    /** The unclaimed money, oldest first. */
    List<UnclaimedMoney> unclaimed(LocalDate today) {
        return Sql.of("SELECT l.id, l.import_id, {day} AS day, l.amount, l.text FROM {open} ORDER BY l.day, l.id")
                .part("day", SqlDates.of("l.day"))
                .part("open", OPEN)
                .rows(em)
                .stream()
                .map(row -> new UnclaimedMoney(
                        new BankLineNumber(row.integer("id")),
                        new ImportNumber(row.integer("import_id")),
                        row.day("day").orElseThrow(),
                        row.money("amount", currency),
                        row.text("text"),
                        age(row, today)))
                .toList();
    }

    UnclaimedSum sum(LocalDate today) {
        Row row = Sql.of("SELECT COUNT(*) AS amounts, COALESCE(SUM(l.amount), 0) AS total, {day} AS day FROM {open}")
                .part("day", SqlDates.of("MIN(l.day)"))
                .part("open", OPEN)
                .rows(em)
                .get(0);
        return new UnclaimedSum(row.integer("amounts"), row.money("total", currency), age(row, today));
    }

    private static int age(Row row, LocalDate today) {
        return row.day("day")
                .map(day -> Math.toIntExact(ChronoUnit.DAYS.between(day, today)))
                .orElse(0);
    }

    /** What became of a line, by the key of the request. */
    record End(int line, Optional<Integer> row) {}

    Optional<End> end(RequestKey key) {
        return Sql.of("""
                SELECT line_id, row_id FROM fees_import_end WHERE request_key = :key
                UNION ALL SELECT line_id, row_id FROM fees_import_again WHERE request_key = :key
                """).with("key", key.toString()).rows(em).stream()
                .map(row -> new End(
                        row.integer("line_id"),
                        row.isNull("row_id") ? Optional.empty() : Optional.of(row.integer("row_id"))))
                .findFirst();
    }

    /** @param row the payment; empty if the money was sent back */
    void end(Open line, Optional<Integer> row, String reason, RequestKey key, Actor actor, Instant now) {
        Sql insert = line.voided() == 0 ? Sql.of("""
                        INSERT INTO fees_import_end (line_id, row_id, reason, request_key, recorded_at, recorded_by)
                        VALUES (:line, :row, :reason, :key, :now, :user)
                        """) : Sql.of("""
                        INSERT INTO fees_import_again (line_id, step, row_id, reason, request_key, recorded_at, recorded_by)
                        VALUES (:line, :step, :row, :reason, :key, :now, :user)
                        """).with("step", line.voided());
        insert.with("line", line.number().value())
                .with("row", row.orElse(null))
                .with("reason", reason)
                .with("key", key.toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", actor.name())
                .update(em);
    }

    /** The first line of an import of which something became after it, with its receipt; 0 if it was sent back. */
    Optional<Map.Entry<Integer, Integer>> ended(ImportNumber number) {
        return Sql.of("""
                SELECT l.id, COALESCE(p.paid_id, 0) AS receipt FROM fees_import_line l
                JOIN (SELECT line_id, row_id FROM fees_import_end UNION ALL SELECT line_id, row_id FROM fees_import_again) e
                  ON e.line_id = l.id
                LEFT JOIN fees_jrl p ON p.id = e.row_id
                WHERE l.import_id = :number ORDER BY l.id, e.row_id LIMIT 1
                """).with("number", number.value()).rows(em).stream()
                .map(row -> Map.entry(row.integer("id"), row.integer("receipt")))
                .findFirst();
    }

    /** The receipt of a row. */
    int receipt(int row) {
        return Sql.of("SELECT paid_id FROM fees_jrl WHERE id = :row")
                .with("row", row)
                .count(em);
    }

    /** The account of a row, as in the journal. */
    int account(int row) {
        return Sql.of("SELECT studnum FROM fees_jrl WHERE id = :row")
                .with("row", row)
                .count(em);
    }
}
