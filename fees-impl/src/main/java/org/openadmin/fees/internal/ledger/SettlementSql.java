package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * What has settled the charge {@code j}, in SQL, by the dates of the rows alone: the kind of the row, empty for an open charge. A charge
 * whose settling row does not exist, or has no kind, counts as paid.
 */
public final class SettlementSql {

    /** The row {@code n} that settles the charge now; the kinds below need this join. */
    public static final String SETTLED_BY = "LEFT JOIN fees_jrl n ON n.id = j.paid_id AND NOT n.trans_type <=> :CHARGE";

    private SettlementSql() {}

    /** The kind of the row that settles the charge now. */
    public static Sql now() {
        return Sql.of("(CASE WHEN {unsettled} THEN '' ELSE COALESCE(n.trans_type, :PAYMENT) END)")
                .part("unsettled", JournalIndex.UNSETTLED);
    }

    /** The kind of the row that had settled the charge at the end of a day, or of the one whose settlement has ended since. */
    public static Sql at(LocalDate day) {
        return Sql.of("""
                (CASE WHEN NOT {unsettled} AND (n.trans_date <= :day OR n.trans_date IS NULL) THEN COALESCE(n.trans_type, :PAYMENT)
                  ELSE COALESCE((
                    SELECT COALESCE(p.trans_type, :PAYMENT)
                    FROM fees_past_settlement past
                    JOIN fees_jrl e ON e.id = past.ended_by
                    LEFT JOIN fees_jrl p ON p.id = past.settled_by AND NOT p.trans_type <=> :CHARGE
                    WHERE past.charge_id = j.id AND e.trans_date > :day AND (p.trans_date <= :day OR p.trans_date IS NULL)
                    ORDER BY past.settled_by DESC LIMIT 1), '') END)
                """).with("day", day).part("unsettled", JournalIndex.UNSETTLED);
    }

    /**
     * Selects the numbers, {@code id}, of the charges up to a closing whose settlement is by a later row, or was ended by one. Of all
     * others, what had settled them then has settled them ever since.
     */
    public static Sql changedSince(Anchor anchor) {
        return Sql.of("""
                SELECT c.id FROM {by_day}
                STRAIGHT_JOIN fees_jrl c FORCE INDEX (fees_jrl_kind) ON c.trans_type = :CHARGE AND c.paid_id = j.id
                WHERE {since} AND (c.trans_date <= :through OR c.trans_date IS NULL)
                UNION
                SELECT c.id FROM {by_day}
                STRAIGHT_JOIN fees_past_settlement past ON past.ended_by = j.id
                STRAIGHT_JOIN fees_jrl c ON c.id = past.charge_id AND c.trans_type = :CHARGE
                WHERE {since} AND (c.trans_date <= :through OR c.trans_date IS NULL)
                """)
                .part("by_day", JournalIndex.DAY.table())
                .part(
                        "since",
                        Sql.of("j.trans_date > :after AND NOT j.trans_type <=> :CHARGE")
                                .with("after", anchor.through()))
                .with("through", anchor.through());
    }
}
