package org.openadmin.fees.internal.payers;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.ChangePayerRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.CoveredCharges.Covered;

/** The payers, in the table fees_payer, and what they were changed to, in fees_payer_change. */
final class PayerStore {

    private static final String LINE_BREAK = "\n";

    private final EntityManager em;

    PayerStore(EntityManager em) {
        this.em = em;
    }

    /** All payers; one for each student at most would still be a short list. */
    List<Payer> all() {
        return select(Sql.of("TRUE"));
    }

    Optional<Payer> find(PayerNumber number) {
        return first(Sql.of("p.id = :number").with("number", number.value()));
    }

    /** The payer that a request with this key added, as it is now. */
    Optional<Payer> added(RequestKey key) {
        return first(Sql.of("p.request_key = :key").with("key", key.toString()));
    }

    /** The payer that a request with this key changed, as it was afterwards. */
    Optional<Payer> changed(RequestKey key) {
        return Sql.of("""
                SELECT p.id, c.version, p.kind, c.name, c.address, c.email, c.language, c.authorization_text, c.active
                FROM fees_payer_change c JOIN fees_payer p ON p.id = c.payer_id
                WHERE c.request_key = :key
                """).with("key", key.toString()).rows(em).stream()
                .map(PayerStore::payer)
                .findFirst();
    }

    private Optional<Payer> first(Sql where) {
        return select(where).stream().findFirst();
    }

    private List<Payer> select(Sql where) {
        return Sql.of("""
                SELECT p.id, p.version, p.kind, p.name, p.address, p.email, p.language, p.authorization_text,
                  CASE WHEN p.closed_at IS NULL THEN 1 ELSE 0 END AS active
                FROM fees_payer p WHERE {where} ORDER BY p.id
                """).part("where", where).rows(em).stream()
                .map(PayerStore::payer)
                .toList();
    }

    private static Payer payer(Row row) {
        return new Payer(
                new PayerNumber(row.integer("id")),
                row.integer("version"),
                PayerKind.parse(row.text("kind")),
                new PayerDetails(
                        row.text("name"),
                        row.text("address").lines().toList(),
                        row.text("email"),
                        PayerDetails.language(row.text("language")),
                        row.text("authorization_text")),
                row.flag("active"));
    }

    /** The students for whom a payer owes, by the payer's outstanding charge. */
    Map<ChargeId, Covered> covered(PayerNumber number) {
        Map<ChargeId, Covered> students = new HashMap<>();
        Sql.of("""
                SELECT j.id, c.student_name, o.studnum FROM {journal}
                JOIN fees_jrl c ON c.id = j.id JOIN fees_jrl o ON o.id = c.origin_id
                WHERE j.studnum = :number AND j.trans_type = :CHARGE AND {unsettled}
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .part("unsettled", JournalIndex.UNSETTLED)
                .with("number", number.journalNumber())
                .rows(em)
                .forEach(row -> students.put(
                        new ChargeId(row.number("id")), new Covered(row.text("student_name"), row.integer("studnum"))));
        return students;
    }

    void add(AddPayerRequest request, int number, Instant now) {
        PayerDetails details = request.details();
        with(details, Sql.of("""
                INSERT INTO fees_payer (id, version, request_key, kind, name, address, email, language, authorization_text,
                  may_owe, recorded_at, recorded_by)
                VALUES (:number, 1, :key, :kind, :name, :address, :email, :language, :authorization,
                  :may_owe, :now, :user)
                """))
                .with("number", number)
                .with("key", request.key().toString())
                .with("kind", request.kind().code())
                .with("may_owe", request.kind().mayOwe())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
    }

    void change(ChangePayerRequest request, Instant now) {
        with(request.details(), Sql.of("""
                INSERT INTO fees_payer_change (payer_id, version, request_key, name, address, email, language,
                  authorization_text, active, recorded_at, recorded_by)
                VALUES (:number, :version, :key, :name, :address, :email, :language, :authorization, :active, :now, :user)
                """))
                .with("number", request.payer().value())
                .with("version", request.version() + 1)
                .with("key", request.key().toString())
                .with("active", request.active())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
        int changed = with(request.details(), Sql.of("""
                UPDATE fees_payer SET version = version + 1, name = :name, address = :address, email = :email,
                  language = :language, authorization_text = :authorization,
                  closed_by = CASE WHEN :active THEN NULL ELSE COALESCE(closed_by, :user) END,
                  closed_at = CASE WHEN :active THEN NULL ELSE COALESCE(closed_at, :now) END
                WHERE id = :number AND version = :version
                """))
                .with("number", request.payer().value())
                .with("version", request.version())
                .with("active", request.active())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
        if (changed != 1) {
            throw new IllegalStateException("Payer " + request.payer() + " was changed past the lock");
        }
    }

    private static Sql with(PayerDetails details, Sql sql) {
        return sql.with("name", details.name())
                .with("address", String.join(LINE_BREAK, details.address()))
                .with("email", details.email())
                .with("language", details.language().map(Locale::getLanguage).orElse(""))
                .with("authorization", details.authorization());
    }
}
