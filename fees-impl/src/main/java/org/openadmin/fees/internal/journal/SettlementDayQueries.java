package org.openadmin.fees.internal.journal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The rows that had settled charges at the end of a day, by the dates of the rows: the one that settles a charge now, unless it is
 * dated later, or one whose settlement was ended by a row that is dated later.
 */
final class SettlementDayQueries {

    private final EntityManager em;
    private final LocalDate day;

    SettlementDayQueries(EntityManager em, LocalDate day) {
        this.em = em;
        this.day = day;
    }

    /** The same rows, with the settlements of that day. */
    List<JournalEntry> of(List<JournalEntry> entries) {
        List<Long> charges = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.CHARGE)
                .map(JournalEntry::id)
                .toList();
        if (charges.isEmpty()) {
            return entries;
        }
        Map<Long, Long> settled = new HashMap<>();
        Sql.of("""
                SELECT j.id, j.paid_id AS settled_by
                FROM fees_jrl j
                LEFT JOIN fees_jrl s ON s.id = j.paid_id AND NOT s.trans_type <=> :CHARGE
                WHERE j.id IN (:charges) AND NOT {unsettled} AND (s.trans_date <= :day OR s.trans_date IS NULL)
                UNION ALL
                SELECT past.charge_id, past.settled_by
                FROM fees_past_settlement past
                JOIN fees_jrl e ON e.id = past.ended_by
                LEFT JOIN fees_jrl s ON s.id = past.settled_by AND NOT s.trans_type <=> :CHARGE
                WHERE past.charge_id IN (:charges) AND e.trans_date > :day
                  AND (s.trans_date <= :day OR s.trans_date IS NULL)
                """)
                .part("unsettled", JournalIndex.UNSETTLED)
                .with("charges", charges)
                .with("day", day)
                .rows(em)
                .forEach(row -> settled.merge(row.number("id"), row.number("settled_by"), Math::max));
        return entries.stream()
                .map(entry -> entry.kind() == EntryKind.CHARGE ? entry.settledBy(by(settled.get(entry.id()))) : entry)
                .toList();
    }

    /** @param row null if nothing had settled the charge */
    private static OptionalLong by(Long row) {
        return row == null ? OptionalLong.empty() : OptionalLong.of(row);
    }
}
