package org.openadmin.fees.internal.journal;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.ledger.SettlementSql;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The lists that a closing or reopening carries forward: what it adds to those before it, which is everything if there are none. Rows are
 * only added.
 */
final class CarriedListStore {

    private final EntityManager em;
    private final int closing;
    private final LocalDate through;
    private final Optional<Anchor> before;

    /** @param carried what was in force before; nothing of it is after this day */
    CarriedListStore(EntityManager em, int closing, LocalDate through, CarriedForward carried) {
        this.em = em;
        this.closing = closing;
        this.through = through;
        before = carried.lists();
    }

    void add() {
        addGroups();
        addFees();
        addReceipts();
        addAmounts();
        Sql.of("""
                INSERT INTO fees_closing_list (closing_id, charges, receipts, journal_rows)
                SELECT :closing,
                  (SELECT COALESCE(SUM(charges), 0) FROM fees_closing_fee WHERE closing_id = :closing),
                  (SELECT COALESCE(SUM(receipts), 0) FROM fees_closing_receipt WHERE closing_id = :closing),
                  (SELECT COALESCE(SUM(journal_rows), 0) FROM fees_closing_amount WHERE closing_id = :closing)
                """).with("closing", closing).update(em);
    }

    private Sql dated() {
        return CarriedStore.dated(before.map(Anchor::through), through);
    }

    /** The charges of the days since, and those of earlier days whose settlement has changed. */
    private void addGroups() {
        Sql since = Sql.of("""
                SELECT j.id, 1 AS sign, {settled} AS settled FROM {journal} {settled_by}
                WHERE {dated} AND j.trans_type = :CHARGE AND j.studnum > 0
                """)
                .part("settled", SettlementSql.at(through))
                .part("journal", before.isPresent() ? JournalIndex.DAY.table() : "fees_jrl j FORCE INDEX (PRIMARY)")
                .part("settled_by", SettlementSql.SETTLED_BY)
                .part("dated", dated());
        Sql.of("""
                INSERT INTO fees_closing_group
                  (closing_id, name, trans_date, named, grade, homeroom, settled, charges, total, latest)
                SELECT :closing, c.name, c.trans_date, c.named, c.grade, c.homeroom, c.settled, SUM(c.sign), SUM(c.amount), MAX(c.id)
                FROM (
                  SELECT j.id, COALESCE(j.name, '') AS name, COALESCE(CAST(j.trans_date AS CHAR), '') AS trans_date,
                    COALESCE(j.student_name, '') <> '' AS named, COALESCE(j.student_grade, '') COLLATE utf8mb4_bin AS grade,
                    COALESCE(j.student_homeroom, '') COLLATE utf8mb4_bin AS homeroom, x.settled, x.sign,
                    x.sign * COALESCE(j.total, 0) AS amount
                  FROM ({settlements}) x
                  STRAIGHT_JOIN fees_jrl j ON j.id = x.id) c
                GROUP BY c.name, c.trans_date, c.named, c.grade, c.homeroom, c.settled
                HAVING SUM(c.sign) <> 0 OR SUM(c.amount) <> 0
                """)
                .with("closing", closing)
                .part(
                        "settlements",
                        before.map(anchor -> Sql.of("{since} UNION ALL {changed}")
                                        .part("since", since)
                                        .part("changed", changed(anchor)))
                                .orElse(since))
                .update(em);
    }

    private Sql changed(Anchor anchor) {
        return Sql.of("""
                SELECT j.id, w.sign, CASE WHEN w.sign > 0 THEN {now} ELSE {then} END
                FROM ({changed}) c
                STRAIGHT_JOIN fees_jrl j ON j.id = c.id {settled_by}
                JOIN (SELECT 1 AS sign UNION ALL SELECT -1) w
                WHERE j.studnum > 0
                """)
                .part("now", SettlementSql.at(through))
                .part("then", SettlementSql.at(anchor.through()))
                .part("changed", SettlementSql.changedSince(anchor))
                .part("settled_by", SettlementSql.SETTLED_BY);
    }

    private void addFees() {
        Sql.of("""
                INSERT INTO fees_closing_fee (closing_id, name, trans_date, settled, charges, total, latest)
                SELECT :closing, g.name, g.trans_date, g.settled, SUM(g.charges), SUM(g.total), MAX(g.latest)
                FROM fees_closing_group g WHERE g.closing_id = :closing
                GROUP BY g.name, g.trans_date, g.settled
                HAVING SUM(g.charges) <> 0 OR SUM(g.total) <> 0
                """).with("closing", closing).update(em);
    }

    private void addReceipts() {
        Sql.of("""
                INSERT INTO fees_closing_receipt (closing_id, block, trans_date, recorded_by, receipts)
                SELECT :closing, {block}, COALESCE(CAST(j.trans_date AS CHAR), ''), COALESCE(j.recorded_by, ''), COUNT(*)
                FROM {by_kind} WHERE {receipts} AND {dated}
                GROUP BY 2, 3, 4
                """)
                .with("closing", closing)
                .part("block", CarriedForward.RECEIPT_BLOCK)
                .part("by_kind", (before.isPresent() ? JournalIndex.DAY : JournalIndex.KIND).table())
                .part("receipts", ReceiptQueries.RECEIPT.and(ReceiptQueries.first()))
                .part("dated", dated())
                .update(em);
    }

    private void addAmounts() {
        Sql.of("""
                INSERT INTO fees_closing_amount (closing_id, trans_type, amount, journal_rows)
                SELECT :closing, COALESCE(j.trans_type, ''), COALESCE(CAST(j.total AS CHAR), ''), COUNT(*)
                FROM {by_day} WHERE {dated}
                GROUP BY 2, 3
                """)
                .with("closing", closing)
                .part("by_day", JournalIndex.DAY.table())
                .part("dated", dated())
                .update(em);
    }
}
