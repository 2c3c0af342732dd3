package org.openadmin.fees.internal.corrections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.Reopening.Settled;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** Payments taken back, and credit paid back. */
public final class VoidRefundStore {

    /**
     * Money received, as a correction finds it.
     *
     * @param row the row of the journal
     * @param received the money that it brought, a positive amount
     * @param date empty in old data only
     */
    public record Taken(long row, StudentNumber student, Money received, Optional<LocalDate> date, boolean voided) {}

    private final EntityManager em;
    private final Currency currency;

    public VoidRefundStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** What was received under this number, oldest first; old data may hold a number more than once. */
    public List<Taken> taken(ReceiptNumber number) {
        return new Sql()
                        .add("SELECT p.id, p.studnum, p.total, " + SqlDates.of("p.trans_date") + ",")
                        .add("CASE WHEN v.id IS NULL THEN 0 ELSE 1 END FROM fees_jrl p")
                        .add("LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = 'void'")
                        .add("WHERE p.trans_type IN ('pay', 'roa') AND p.studnum > 0 AND p.total IS NOT NULL")
                        .add("AND p.paid_id = ? ORDER BY p.id", number.value())
                        .rows(em)
                        .stream()
                        .map(this::taken)
                        .toList();
    }

    private Taken taken(Object[] row) {
        int column = 0;
        return new Taken(
                ((Number) row[column++]).longValue(),
                new StudentNumber(((Number) row[column++]).intValue()),
                Money.of((BigDecimal) row[column++], currency).negated(),
                SqlDates.day(row[column++]),
                ((Number) row[column]).intValue() != 0);
    }

    /** The charges of the payer that this settled, and those that other payments settled. */
    public List<Settled> settled(Taken payment) {
        return new Sql()
                        .add("SELECT j.id, p.id, j.total FROM " + JournalIndex.STUDENT.table())
                        .add("JOIN fees_jrl p ON p.id = j.paid_id")
                        .add(
                                "WHERE j.studnum = ? AND j.trans_type = 'chg'",
                                payment.student().value())
                        .add("AND p.studnum = j.studnum AND j.total IS NOT NULL")
                        .add("AND (p.trans_type = 'pay' OR p.id = ?) ORDER BY j.id", payment.row())
                        .rows(em)
                        .stream()
                        .map(row -> new Settled(
                                new ChargeId(((Number) row[0]).longValue()),
                                ((Number) row[1]).longValue(),
                                Money.of((BigDecimal) row[2], currency)))
                        .toList();
    }

    /**
     * Adds the row that takes a payment back, and opens the charges again. The account must be locked.
     *
     * @param word the journal's word for it, in the school's language
     */
    public void addVoid(Taken payment, Collection<ChargeId> reopened, String word, Stamp stamp) {
        int added = new Sql()
                .add("INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, method,")
                .add("reference, reverses_id, trans_type, trans_date, name, description, correction_id, recorded_at,")
                .add("recorded_by) SELECT p.studnum, p.student_name, p.student_grade, p.student_homeroom, -p.total,")
                .add("p.method, p.reference, p.id")
                .add(
                        ", ?, ?, ?, ?",
                        stamp.kind(),
                        stamp.date(),
                        word,
                        stamp.request().reason())
                .add(", ?, ?, ?", stamp.correction(), stamp.recordedAt(), stamp.recordedBy())
                .add("FROM fees_jrl p WHERE p.id = ?", payment.row())
                .on(em)
                .executeUpdate();
        int open = reopened.isEmpty()
                ? 0
                : new Sql()
                        .add("UPDATE fees_jrl SET paid_id = NULL")
                        .add("WHERE trans_type = 'chg' AND paid_id IS NOT NULL AND id IN")
                        .inNumbers(reopened.stream().map(id -> (int) id.value()).toList())
                        .on(em)
                        .executeUpdate();
        if (added != 1 || open != reopened.size()) {
            throw new IllegalStateException(
                    "The database added " + added + " rows and opened " + open + " of " + reopened.size() + " charges");
        }
    }

    /**
     * Adds the row of credit paid back. The account must be locked.
     *
     * @param word the journal's word for it, in the school's language
     */
    public void addRefund(Refund refund, StudentSnapshot student, String word, Stamp stamp) {
        new Sql()
                .add("INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, method,")
                .add("reference, trans_type, trans_date, name, description, correction_id, recorded_at, recorded_by)")
                .add(
                        "VALUES (?, ?, ?, ?",
                        student.number().value(),
                        student.name(),
                        student.grade(),
                        student.homeroom())
                .add(", ?, ?, ?", refund.amount().amount(), refund.method().word(), refund.reference())
                .add(", ?, ?, ?, ?", stamp.kind(), stamp.date(), word, refund.reason())
                .add(", ?, ?, ?)", stamp.correction(), stamp.recordedAt(), stamp.recordedBy())
                .on(em)
                .executeUpdate();
    }
}
