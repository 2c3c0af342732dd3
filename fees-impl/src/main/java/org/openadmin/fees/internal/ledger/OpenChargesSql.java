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
     * <p>Those that a closing of this very day has carried forward are read from its list. From an earlier closing on, those of its list are
     * still open that no row since has settled; also looked up are the charges of later dates, and those whose settlement has ended. A
     * closing of an earlier version does not tell which charges of its list were open by their dates alone, so that each is looked up.
     * Without a closing they are those that are open now, found in fees_jrl_kind, and those that a row of a later date has settled, which is
     * found in fees_jrl_day.
     */
    public static Sql of(Optional<Anchor> anchor, LocalDate day) {
        return anchor.map(from -> from.through().equals(day)
                        ? carried(from)
                        : from.lists() ? untouched(from, day) : since(from, day))
                .orElseGet(() -> all(day));
    }

    private static Sql untouched(Anchor anchor, LocalDate day) {
        return Sql.of("""
                SELECT o.charge_id AS id, o.studnum, o.total, o.due AS due_date, o.due AS trans_date
                FROM fees_closing_charge o
                LEFT JOIN (
                  SELECT c.id FROM {by_day}
                  STRAIGHT_JOIN fees_jrl c FORCE INDEX (fees_jrl_kind) ON c.trans_type = :CHARGE AND c.paid_id = j.id
                  WHERE {since} AND NOT j.trans_type <=> :CHARGE
                  UNION
                  SELECT r.charge_id FROM fees_closing_opened r WHERE r.closing_id = :closing
                  UNION
                  {reopened}) t ON t.id = o.charge_id
                WHERE o.closing_id = :closing AND t.id IS NULL
                UNION ALL
                SELECT j.id, j.studnum, j.total, CAST(j.due_date AS CHAR(10) CHARACTER SET ascii),
                  CAST(j.trans_date AS CHAR(10) CHARACTER SET ascii)
                FROM (
                  SELECT j.id FROM {by_day} WHERE {since} AND j.trans_type = :CHARGE
                  UNION
                  {reopened}) t
                STRAIGHT_JOIN fees_jrl j ON j.id = t.id
                LEFT JOIN fees_jrl s ON s.id = j.paid_id AND NOT s.trans_type <=> :CHARGE
                WHERE {open}
                """)
                .with("closing", anchor.closing())
                .part("by_day", JournalIndex.DAY.table())
                .part("since", CarriedForward.since(anchor, day))
                .part("reopened", reopened(anchor, day))
                .part("open", open(day));
    }

    /** Selects the charges of which a row of the days since has begun or ended a settlement that has ended by now. */
    private static Sql reopened(Anchor anchor, LocalDate day) {
        return Sql.of("""
                SELECT past.charge_id AS id FROM fees_past_settlement past JOIN fees_jrl j ON j.id = past.settled_by
                WHERE {since} AND NOT j.trans_type <=> :CHARGE
                UNION
                SELECT past.charge_id FROM fees_past_settlement past JOIN fees_jrl j ON j.id = past.ended_by
                WHERE {since} AND NOT j.trans_type <=> :CHARGE
                """).part("since", CarriedForward.since(anchor, day));
    }

    /** The condition that the charge {@code j}, which the row {@code s} settles now, was open at the end of a day. */
    private static Sql open(LocalDate day) {
        return Sql.of("""
                j.trans_type = :CHARGE AND {is_account} AND {dated}
                AND ({unsettled} OR s.trans_date > :settled_after) AND NOT {settled_then}
                """)
                .with("settled_after", day)
                .part("is_account", PayerQueries.isAccount("j.studnum"))
                .part("dated", dated(day))
                .part("unsettled", JournalIndex.UNSETTLED)
                .part("settled_then", settledThen(day));
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
                WHERE {open}
                """)
                .with("closing", anchor.closing())
                .part("by_day", JournalIndex.DAY.table())
                .part("since", CarriedForward.since(anchor, day))
                .part("open", open(day));
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
