package org.openadmin.fees.internal.corrections;

import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.corrections.CorrectionRequest.MoveCredit;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Sql;

/** The rows of moved credit: two for each move, which add up to zero. */
final class MoveStore {

    private final EntityManager em;

    MoveStore(EntityManager em) {
        this.em = em;
    }

    /**
     * Adds one of the two rows. The account must be locked.
     *
     * @param total positive on the account that loses the credit
     * @param word the journal's word for it, in the school's language
     */
    void add(StudentSnapshot account, Money total, String word, Stamp stamp) {
        Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, trans_type, trans_date, name,
                  description, correction_id, recorded_at, recorded_by)
                VALUES (:student, :student_name, :grade, :homeroom, :total, :kind, :date, :word,
                  :reason, :correction, :recorded_at, :recorded_by)
                """)
                .with("student", account.number().journalNumber())
                .with("student_name", account.name())
                .with("grade", account.grade())
                .with("homeroom", account.homeroom())
                .with("total", total.amount())
                .with("kind", stamp.kind())
                .with("date", stamp.request().date())
                .with("word", word)
                .with("reason", stamp.request().reason())
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .update(em);
    }

    /** Whether a correction moved this amount to this account. */
    boolean isFor(int correction, MoveCredit request) {
        return Sql.of("""
                SELECT COUNT(*) FROM {journal}
                WHERE j.studnum = :account AND j.trans_type = :MOVE AND j.correction_id = :correction AND j.total = :total
                """)
                        .part("journal", JournalIndex.STUDENT.table())
                        .with("account", request.to().journalNumber())
                        .with("correction", correction)
                        .with("total", request.amount().negated().amount())
                        .count(em)
                > 0;
    }
}
