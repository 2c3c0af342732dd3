package org.openadmin.fees.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.imports.ImportedLine;

/** The imports in fees_import, and their transactions in fees_import_line. */
final class ImportStore {

    private static final int LINES_PER_STATEMENT = 100;

    private final EntityManager em;
    private final Currency currency;

    ImportStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * How often transactions were imported, by fingerprint.
     *
     * @param rounds how many imports of it were undone
     * @param known whether one was not undone
     * @param last the last import of it
     */
    record Taken(int rounds, boolean known, int last) {

        static final Taken NEVER = new Taken(0, false, 0);
    }

    Map<String, Taken> taken(Collection<ImportedLine> lines) {
        Map<String, Taken> taken = new HashMap<>();
        List<String> all = lines.stream().map(ImportedLine::fingerprint).toList();
        for (int i = 0; i < all.size(); i += 1000) {
            Sql.of("""
                    SELECT l.fingerprint, COUNT(u.import_id) AS rounds, COUNT(*) - COUNT(u.import_id) AS known,
                      MAX(l.import_id) AS last
                    FROM fees_import_line l LEFT JOIN fees_import_undo u ON u.import_id = l.import_id
                    WHERE l.fingerprint IN (:fingerprints)
                    GROUP BY l.fingerprint
                    """)
                    .with("fingerprints", all.subList(i, Math.min(all.size(), i + 1000)))
                    .rows(em)
                    .forEach(row -> taken.put(
                            row.text("fingerprint"),
                            new Taken(row.integer("rounds"), row.flag("known"), row.integer("last"))));
        }
        return taken;
    }

    /** The import of a file with this content that was not undone. */
    Optional<PostedImport> ofFile(String digest) {
        return imports(Sql.of("i.sha256 = :digest AND u.import_id IS NULL").with("digest", digest)).stream()
                .findFirst();
    }

    Optional<PostedImport> find(ImportNumber number) {
        return imports(Sql.of("i.id = :number").with("number", number.value())).stream()
                .findFirst();
    }

    Optional<PostedImport> find(RequestKey key) {
        return imports(Sql.of("i.request_key = :key").with("key", key.toString())).stream()
                .findFirst();
    }

    boolean isOf(RequestKey key, ImportFile file) {
        return Sql.of("SELECT COUNT(*) FROM fees_import WHERE request_key = :key AND sha256 = :digest")
                        .with("key", key.toString())
                        .with("digest", file.digest())
                        .count(em)
                > 0;
    }

    /** Newest first. */
    List<PostedImport> all() {
        return imports(Sql.of("TRUE"));
    }

    private List<PostedImport> imports(Sql where) {
        return Sql.of("""
                SELECT i.id, i.kind, i.file_name, i.line_count, i.total, i.recorded_at, i.recorded_by,
                  (SELECT COUNT(l.row_id) FROM fees_import_line l WHERE l.import_id = i.id) AS receipts,
                  COALESCE(o.unclaimed, 0) AS unclaimed,
                  CASE WHEN u.import_id IS NULL THEN 0 ELSE 1 END AS undone
                FROM fees_import i LEFT JOIN fees_import_undo u ON u.import_id = i.id
                LEFT JOIN (SELECT l.import_id, COUNT(*) AS unclaimed FROM {open} GROUP BY l.import_id) o ON o.import_id = i.id
                WHERE {where} ORDER BY i.id DESC
                """).part("open", ClaimStore.OPEN).part("where", where).rows(em).stream()
                .map(this::posted)
                .toList();
    }

    private PostedImport posted(Row row) {
        return new PostedImport(
                new ImportNumber(row.integer("id")),
                ImportKind.parse(row.text("kind")),
                row.text("file_name"),
                row.integer("line_count"),
                row.money("total", currency),
                row.integer("receipts"),
                row.integer("unclaimed"),
                Instant.parse(row.text("recorded_at")),
                row.text("recorded_by"),
                row.flag("undone"));
    }

    /** Records an import, and returns its number. */
    int add(ImportRequest request, List<ImportedLine> lines, Money total, Instant now) {
        return Sql.of("""
                INSERT INTO fees_import (kind, file_name, sha256, round, line_count, total, request_key, recorded_at, recorded_by)
                SELECT :kind, :file, :digest, COUNT(*), :lines, :total, :key, :now, :user
                FROM fees_import i WHERE i.sha256 = :digest
                RETURNING id
                """)
                .with("kind", request.file().kind().code())
                .with("file", request.file().name())
                .with("digest", request.file().digest())
                .with("lines", lines.size())
                .with("total", total.amount())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .count(em);
    }

    /** @param rows the ids of the payments, by fingerprint */
    void addLines(int number, List<ImportedLine> lines, Map<String, Taken> taken, Map<String, Integer> rows) {
        List<Sql> values = new ArrayList<>();
        for (ImportedLine line : lines) {
            values.add(Sql.of("(:import, :line, :fingerprint, :round, :day, :amount, :text, :row)")
                    .with("import", number)
                    .with("line", line.line())
                    .with("fingerprint", line.fingerprint())
                    .with(
                            "round",
                            taken.getOrDefault(line.fingerprint(), Taken.NEVER).rounds())
                    .with("day", line.day())
                    .with("amount", line.amount().amount())
                    .with("text", line.text())
                    .with("row", rows.get(line.fingerprint())));
        }
        for (int i = 0; i < values.size(); i += LINES_PER_STATEMENT) {
            Sql.of("""
                    INSERT INTO fees_import_line (import_id, line, fingerprint, round, day, amount, text, row_id)
                    VALUES {lines}
                    """)
                    .part(
                            "lines",
                            Sql.joined(",\n", values.subList(i, Math.min(values.size(), i + LINES_PER_STATEMENT))))
                    .update(em);
        }
    }

    /** The import that a request with this key undid. */
    Optional<ImportNumber> undone(RequestKey key) {
        return Sql.of("SELECT import_id FROM fees_import_undo WHERE request_key = :key")
                .with("key", key.toString())
                .numbers(em)
                .stream()
                .map(ImportNumber::new)
                .findFirst();
    }

    void undo(ImportNumber number, String reason, RequestKey key, Actor actor, Instant now) {
        Sql.of("""
                INSERT INTO fees_import_undo (import_id, reason, request_key, recorded_at, recorded_by)
                VALUES (:number, :reason, :key, :now, :user)
                """)
                .with("number", number.value())
                .with("reason", reason)
                .with("key", key.toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", actor.name())
                .update(em);
    }

    /**
     * A payment that an import made.
     *
     * @param voided whether it was voided or returned
     */
    record Payment(int account, int receipt, boolean voided) {}

    /** The payments that an import made at once, newest first: so that voiding one opens no charge of an older one. */
    List<Payment> payments(ImportNumber number) {
        return Sql.of("""
                SELECT p.studnum, p.paid_id, CASE WHEN v.id IS NULL THEN 0 ELSE 1 END AS voided
                FROM fees_import_line l JOIN fees_jrl p ON p.id = l.row_id
                LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = :VOID
                WHERE l.import_id = :number ORDER BY p.id DESC
                """).with("number", number.value()).rows(em).stream()
                .map(row -> new Payment(row.integer("studnum"), row.integer("paid_id"), row.flag("voided")))
                .toList();
    }

    /** The receipts that an import made at once, smallest number first. */
    List<ReceiptNumber> receipts(ImportNumber number) {
        return payments(number).stream()
                .map(payment -> new ReceiptNumber(payment.receipt()))
                .sorted()
                .toList();
    }
}
