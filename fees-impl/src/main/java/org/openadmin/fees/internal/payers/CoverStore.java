package org.openadmin.fees.internal.payers;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.Cover.End;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.EndCoverRequest;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The covers, in the table fees_cover, and what ended them, in fees_cover_end. */
final class CoverStore {

    private final EntityManager em;
    private final Currency currency;

    CoverStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    List<Cover> list(Optional<AccountNumber> account) {
        return select(account.map(number -> number instanceof PayerNumber payer
                        ? Sql.of("c.payer_id = :payer").with("payer", payer.value())
                        : Sql.of("c.studnum = :student").with("student", number.journalNumber()))
                .orElseGet(() -> Sql.of("TRUE")));
    }

    /** The covers of payers who are active. */
    List<Cover> usable() {
        return select(Sql.of("c.payer_id IN (SELECT p.id FROM fees_payer p WHERE p.closed_at IS NULL)"));
    }

    Optional<Cover> find(CoverNumber number) {
        return first(Sql.of("c.id = :number").with("number", number.value()));
    }

    /** The cover that a request with this key added, as it is now. */
    Optional<Cover> added(RequestKey key) {
        return first(Sql.of("c.request_key = :key").with("key", key.toString()));
    }

    /** The cover that a request with this key ended. */
    Optional<Cover> ended(RequestKey key) {
        return first(Sql.of("e.request_key = :key").with("key", key.toString()));
    }

    private Optional<Cover> first(Sql where) {
        return select(where).stream().findFirst();
    }

    private List<Cover> select(Sql where) {
        return Sql.of("""
                SELECT c.id, c.payer_id, c.studnum, c.fee, c.percent, c.year_limit, {first} AS first_day, {last} AS last_day,
                  c.authorization_text, c.recorded_by, {ended} AS ended, e.reason, e.recorded_by AS ended_by
                FROM fees_cover c LEFT JOIN fees_cover_end e ON e.cover_id = c.id
                WHERE {where} ORDER BY c.id
                """)
                .part("first", SqlDates.of("c.first_day"))
                .part("last", SqlDates.of("c.last_day"))
                .part("ended", SqlDates.of("e.last_day"))
                .part("where", where)
                .rows(em)
                .stream()
                .map(this::cover)
                .toList();
    }

    private Cover cover(Row row) {
        return new Cover(
                new CoverNumber(row.number("id")),
                new CoverTerms(
                        new PayerNumber(row.integer("payer_id")),
                        new StudentNumber(row.integer("studnum")),
                        Optional.of(row.text("fee")),
                        row.decimal("percent"),
                        row.isNull("year_limit") ? Optional.empty() : Optional.of(row.money("year_limit", currency)),
                        row.day("first_day").orElseThrow(),
                        row.day("last_day"),
                        row.text("authorization_text")),
                row.text("recorded_by"),
                row.day("ended").map(day -> new End(day, row.text("reason"), row.text("ended_by"))));
    }

    CoverNumber add(AddCoverRequest request, Instant now) {
        CoverTerms terms = request.terms();
        return new CoverNumber(Sql.of("""
                INSERT INTO fees_cover (payer_id, studnum, fee, percent, year_limit, first_day, last_day, authorization_text,
                  request_key, recorded_at, recorded_by)
                VALUES (:payer, :student, :fee, :percent, :limit, :first, :last, :authorization, :key, :now, :user)
                RETURNING id
                """)
                .with("payer", terms.payer().value())
                .with("student", terms.student().value())
                .with("fee", terms.fee().orElse(""))
                .with("percent", terms.percent())
                .with("limit", terms.yearLimit().map(Money::amount).orElse(null))
                .with("first", terms.from())
                .with("last", terms.to().orElse(null))
                .with("authorization", terms.authorization())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .count(em));
    }

    void end(EndCoverRequest request, Instant now) {
        Sql.of("""
                INSERT INTO fees_cover_end (cover_id, last_day, reason, request_key, recorded_at, recorded_by)
                VALUES (:cover, :last, :reason, :key, :now, :user)
                """)
                .with("cover", request.cover().value())
                .with("last", request.lastDay())
                .with("reason", request.reason())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
    }
}
