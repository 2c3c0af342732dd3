package org.openadmin.fees.internal.till;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.till.MoneyRow;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The cash and cheques that wait to be deposited, and other rows of money. */
final class WaitingQueries {

    private static final Comparator<MoneyRow> ORDER =
            Comparator.comparing(MoneyRow::date).thenComparing(MoneyRow::row);

    private final EntityManager em;
    private final Currency currency;

    WaitingQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** All rows that wait, by date and number. */
    List<WaitingRow> all() {
        return waiting(Sql.of("TRUE"));
    }

    /** The voids of cheques that are in a deposit, by date and number. */
    List<WaitingRow> returnedCheques() {
        return waiting(Sql.of("j.trans_type = :VOID AND j.method = 'cheque'"));
    }

    private List<WaitingRow> waiting(Sql condition) {
        List<Integer> ids = Sql.of("SELECT j.id {waiting} AND {condition} ORDER BY j.id")
                .part("waiting", WaitingSql.waiting())
                .part("condition", condition)
                .numbers(em);
        Map<Long, JournalEntry> entries = entries(ids);
        return money(ids).stream()
                .map(row -> new WaitingRow(row, reverses(entries.get(row.row())), recordedAt(entries.get(row.row()))))
                .toList();
    }

    private static OptionalLong reverses(JournalEntry entry) {
        return entry.reverses();
    }

    private static Instant recordedAt(JournalEntry entry) {
        return entry.recordedAt().orElse(Instant.EPOCH);
    }

    /** The rows of money with these numbers, by date and number. */
    List<MoneyRow> money(Collection<Integer> ids) {
        Map<Long, JournalEntry> entries = entries(ids);
        List<Integer> voided = entries.values().stream()
                .filter(entry -> !entry.kind().isReceipt())
                .map(JournalEntry::reverses)
                .filter(OptionalLong::isPresent)
                .map(id -> Math.toIntExact(id.getAsLong()))
                .toList();
        Map<Long, JournalEntry> receipts = entries(voided);
        return entries.values().stream()
                .map(entry -> money(entry, receipts))
                .sorted(ORDER)
                .toList();
    }

    private Map<Long, JournalEntry> entries(Collection<Integer> ids) {
        Map<Long, JournalEntry> found = new HashMap<>();
        JournalRowView.entries(em, currency, List.copyOf(ids)).forEach(entry -> found.put(entry.id(), entry));
        return found;
    }

    private static MoneyRow money(JournalEntry entry, Map<Long, JournalEntry> receipts) {
        Optional<ReceiptNumber> voided = entry.reverses().isPresent()
                ? Optional.ofNullable(receipts.get(entry.reverses().getAsLong()))
                        .flatMap(JournalEntry::receipt)
                : Optional.empty();
        return new MoneyRow(
                entry.id(),
                entry.kind(),
                entry.student(),
                entry.date().orElseThrow(),
                entry.total().negated(),
                entry.method().orElseThrow(),
                entry.reference(),
                entry.recordedBy(),
                entry.receipt().or(() -> voided));
    }

    /** How much waits, without its rows. */
    Undeposited figures() {
        return figures(Sql.of("TRUE"));
    }

    /** How much of it is dated up to a day. */
    Undeposited figuresUntil(LocalDate day) {
        return figures(Sql.of("j.trans_date <= :until").with("until", day));
    }

    private Undeposited figures(Sql condition) {
        Row row = Sql.of("""
                SELECT COUNT(DISTINCT CASE WHEN j.trans_type IN (:PAYMENT, :ON_ACCOUNT) THEN COALESCE(j.lead_id, j.id) END) AS receipts,
                  SUM(CASE WHEN j.trans_type = :VOID AND j.method = 'cheque' THEN 0 ELSE -j.total END) AS amount,
                  {oldest} AS oldest,
                  COUNT(DISTINCT CASE WHEN j.trans_type = :VOID AND j.method = 'cheque' THEN COALESCE(r.lead_id, r.id) END) AS returned
                {waiting} AND {condition}
                """)
                .part("condition", condition)
                .part("oldest", SqlDates.of("MIN(CASE WHEN j.trans_type IN ('pay', 'roa') THEN j.trans_date END)"))
                .part("waiting", WaitingSql.waiting())
                .row(em);
        return new Undeposited(
                row.integer("receipts"), row.money("amount", currency), row.day("oldest"), row.integer("returned"));
    }
}
