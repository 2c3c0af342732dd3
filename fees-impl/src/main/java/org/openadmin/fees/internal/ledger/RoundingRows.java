package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.Map;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The rows for what cash sums were rounded by. Each names the payment or refund whose cash it rounds, and is recorded with it. It
 * keeps the step, because the configuration may change.
 */
public final class RoundingRows {

    private final EntityManager em;

    public RoundingRows(EntityManager em) {
        this.em = em;
    }

    /**
     * Adds the row of a payment or a refund, with its date, user and correction.
     *
     * @param row the payment or refund
     * @param total how the balance changes: negative if the student owes less
     * @param step what cash sums are rounded to
     * @param word the journal's word for it, in the school's language
     */
    public void add(long row, Money total, Money step, String word) {
        addAll(Map.of((int) row, total), step, word);
    }

    /**
     * Adds the rows of several payments.
     *
     * @param totals how the balances change, by the id of the payment
     */
    public void addAll(Map<Integer, Money> totals, Money step, String word) {
        int added = Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, reverses_id, rounding_step,
                  trans_type, trans_date, name, description, correction_id, recorded_at, recorded_by)
                SELECT p.studnum, p.student_name, p.student_grade, p.student_homeroom, CASE {totals} END, p.id, :step,
                  :ROUNDING, p.trans_date, :word, '', p.correction_id, p.recorded_at, p.recorded_by
                FROM fees_jrl p WHERE p.id IN (:rows) ORDER BY p.id
                """)
                .part(
                        "totals",
                        Sql.joined(
                                " ",
                                totals.entrySet().stream()
                                        .map(each -> Sql.of("WHEN p.id = :row THEN :total")
                                                .with("row", each.getKey())
                                                .with("total", each.getValue().amount()))
                                        .toList()))
                .with("step", step.amount())
                .with("word", word)
                .with("rows", totals.keySet())
                .update(em);
        if (added != totals.size()) {
            throw new IllegalStateException(
                    "The database added " + added + " rows for the rounding of " + totals.size() + " sums");
        }
    }

    /**
     * Takes back the rounding of a payment that is voided.
     *
     * @param payment its row, which has a rounding
     * @param date the date of the void
     */
    public void takeBack(long payment, LocalDate date, int correction, String recordedAt, String recordedBy) {
        insert(Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, reverses_id, rounding_step,
                  trans_type, trans_date, name, description, correction_id, recorded_at, recorded_by)
                SELECT r.studnum, r.student_name, r.student_grade, r.student_homeroom, -r.total, r.id, r.rounding_step,
                  :ROUNDING, :date, r.name, '', :correction, :recorded_at, :recorded_by
                FROM fees_jrl r WHERE r.reverses_id = :payment AND r.trans_type = :ROUNDING
                """)
                .with("payment", payment)
                .with("date", date)
                .with("correction", correction)
                .with("recorded_at", recordedAt)
                .with("recorded_by", recordedBy));
    }

    private void insert(Sql sql) {
        int added = sql.update(em);
        if (added != 1) {
            throw new IllegalStateException("The database added " + added + " rows for the rounding of one sum");
        }
    }
}
