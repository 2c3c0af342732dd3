package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The charges that were open at the end of a day, in SQL, by their dates alone: a charge that a payment had settled before the money was
 * there, see {@link AccountOnDay}, is not among them.
 */
public final class OpenChargesSql {

    private OpenChargesSql() {}

    /**
     * Selects {@code id}, {@code studnum}, {@code total}, {@code due_date} and {@code trans_date} of the charges of accounts.
     *
     * <p>Those that a closing of this very day has carried forward are read from its list. From an earlier closing on, the charges in
     * question are those of its list, those of later dates, and those that a later row has opened again. Without a closing they are those
     * that are open now, found in fees_jrl_kind, and those that a row of a later date has settled, which is found in fees_jrl_day.
     */
    public static Sql of(Optional<Anchor> anchor, LocalDate day) {
        return anchor.map(from -> from.through().equals(day) ? carried(from) : since(from, day))
                .orElseGet(() -> all(day));
    }

    private static Sql carried(Anchor anchor) {
        return Sql.of("""
                SELECT o.charge_id AS id, o.studnum, o.total, o.due AS due_date, o.due AS trans_date
                FROM fees_closing_charge o WHERE o.closing_id = :closing
                """).with("closing", anchor.closing());
    }

    private static Sql since(Anchor anchor, LocalDate day) {
        return Sql.of("""
                SELECT j.id, j.studnum, j.total, j.due_date, j.trans_date
                FROM (
                  SELECT o.charge_id FROM fees_closing_charge o WHERE o.closing_id = :closing
                  UNION
                  SELECT j.id FROM {by_day} WHERE {since} AND j.trans_type = :CHARGE
                  UNION
                  SELECT past.charge_id FROM {by_day} STRAIGHT_JOIN fees_past_settlement past ON past.ended_by = j.id
                  WHERE {since} AND NOT j.trans_type <=> :CHARGE) c
                STRAIGHT_JOIN fees_jrl j ON j.id = c.charge_id
                LEFT JOIN fees_jrl s ON s.id = j.paid_id AND NOT s.trans_type <=> :CHARGE
                WHERE j.trans_type = :CHARGE AND {is_account} AND {dated}
                  AND ({unsettled} OR s.trans_date > :settled_after) AND NOT {settled_then}
                """)
                .with("closing", anchor.closing())
                .with("settled_after", day)
                .part("by_day", JournalIndex.DAY.table())
                .part("since", CarriedForward.since(anchor, day))
                .part("dated", dated(day))
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("settled_then", settledThen(day));
    }

    private static Sql all(LocalDate day) {
        return Sql.of("""
                SELECT j.id, j.studnum, j.total, j.due_date, j.trans_date FROM {by_kind}
                WHERE j.trans_type = :CHARGE AND {unsettled} AND {dated} AND {is_account} AND NOT {settled_then}
                UNION ALL
                SELECT j.id, j.studnum, j.total, j.due_date, j.trans_date
                FROM fees_jrl s FORCE INDEX (fees_jrl_day)
                STRAIGHT_JOIN {by_kind} ON j.trans_type = :CHARGE AND j.paid_id = s.id
                WHERE s.trans_date > :settled_after AND NOT s.trans_type <=> :CHARGE
                  AND {dated} AND {is_account} AND NOT {settled_then}
                """)
                .with("settled_after", day)
                .part("by_kind", JournalIndex.KIND.table())
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("dated", dated(day))
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("settled_then", settledThen(day));
    }

    private static Sql dated(LocalDate day) {
        return Sql.of("(j.trans_date <= :day OR j.trans_date IS NULL)").with("day", day);
    }

    /** The condition that a settlement of the charge {@code j} was in force which has ended since. */
    private static Sql settledThen(LocalDate day) {
        return Sql.of("""
                EXISTS (
                  SELECT 1 FROM fees_past_settlement past
                  JOIN fees_jrl e ON e.id = past.ended_by
                  LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> :CHARGE
                  WHERE past.charge_id = j.id AND e.trans_date > :ended
                    AND (p.trans_date <= :ended OR p.trans_date IS NULL))
                """).with("ended", day);
    }
}
