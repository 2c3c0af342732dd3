package org.openadmin.fees.internal.payments;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.drawer.DrawerMovement;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Sql;

/** The money of one day, with the rows of other days that voided it or that it voids. */
final class DrawerQueries {

    private static final Comparator<JournalEntry> ORDER = Comparator.comparing(
                    (JournalEntry row) -> !row.kind().isReceipt())
            .thenComparing(row -> row.receipt().isEmpty())
            .thenComparing(row -> row.receipt().map(number -> number.value()).orElse(0L))
            .thenComparing(JournalEntry::id);

    private final EntityManager em;
    private final Currency currency;

    DrawerQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    List<DrawerMovement> of(LocalDate day) {
        List<Integer> ids = Sql.of("""
                SELECT j.id FROM {journal}
                WHERE j.trans_date = :day AND j.trans_type IN (:PAYMENT, :ON_ACCOUNT, :VOID, :REFUND)
                ORDER BY j.id
                """)
                .part("journal", JournalIndex.DAY.table())
                .with("day", day)
                .numbers(em);
        List<JournalEntry> entries = JournalRowView.entries(em, currency, ids);
        Map<Long, JournalEntry> counterparts = counterparts(entries);
        return entries.stream()
                .sorted(ORDER)
                .map(entry -> movement(entry, day, counterparts))
                .toList();
    }

    /** The rows that void these receipts, and the receipts that these rows void. */
    private Map<Long, JournalEntry> counterparts(List<JournalEntry> entries) {
        Map<Long, JournalEntry> rows = new HashMap<>();
        entries.forEach(entry -> rows.put(entry.id(), entry));
        List<Integer> others = entries.stream()
                .flatMap(entry -> Stream.of(entry.voidedBy(), entry.reverses()))
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .filter(id -> !rows.containsKey(id))
                .distinct()
                .map(Math::toIntExact)
                .toList();
        JournalRowView.entries(em, currency, others).forEach(entry -> rows.put(entry.id(), entry));
        return rows;
    }

    private static DrawerMovement movement(JournalEntry entry, LocalDate day, Map<Long, JournalEntry> counterparts) {
        Optional<JournalEntry> voiding = find(entry.voidedBy(), counterparts);
        Optional<JournalEntry> voided =
                find(entry.reverses(), counterparts).filter(row -> row.kind().isReceipt());
        return new DrawerMovement(
                entry.id(),
                entry.kind(),
                entry.student(),
                day,
                entry.total().negated(),
                entry.method(),
                entry.reference(),
                entry.kind().isReceipt() ? "" : entry.description(),
                entry.recordedBy(),
                entry.receipt().or(() -> voided.flatMap(JournalEntry::receipt)),
                voiding.flatMap(JournalEntry::date),
                voided.flatMap(JournalEntry::date));
    }

    private static Optional<JournalEntry> find(OptionalLong id, Map<Long, JournalEntry> rows) {
        return id.isPresent() ? Optional.ofNullable(rows.get(id.getAsLong())) : Optional.empty();
    }
}
