package org.openadmin.fees.internal.corrections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.corrections.CreditHistory.Change;
import org.openadmin.fees.internal.corrections.Reopening.Settled;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.ledger.RoundingRows;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** Voided payments, and credit paid back. */
public final class VoidRefundStore {

    /**
     * A receipt to be voided.
     *
     * @param row the id of its row in the journal
     * @param received the money received, a positive amount
     * @param rounding how much less than needed was taken because cash was rounded; negative if it was more
     * @param date empty in old data only
     * @param lead the first row of its receipt for several accounts; empty for the first row, and for a receipt of one account
     */
    public record ReceiptToVoid(
            long row,
            AccountNumber student,
            Money received,
            Money rounding,
            Optional<LocalDate> date,
            boolean voided,
            OptionalLong lead) {

        /** What the payment did for the account: the money, and what its cash was rounded by. */
        Money worth() {
            return received.plus(rounding);
        }
    }

    private final EntityManager em;
    private final Currency currency;

    public VoidRefundStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The rows with this receipt number, oldest first: those of its accounts. Old data may have a number more than once. */
    public List<ReceiptToVoid> receipts(ReceiptNumber number) {
        return Sql.of("""
                SELECT p.id, p.studnum, p.total, p.lead_id, {day} AS day, CASE WHEN v.id IS NULL THEN 0 ELSE 1 END AS voided,
                  (SELECT -SUM(r.total) FROM fees_jrl r
                   WHERE r.reverses_id = p.id AND r.trans_type = :ROUNDING) AS rounding
                FROM fees_jrl p
                LEFT JOIN fees_jrl v ON v.reverses_id = p.id AND v.trans_type = :VOID
                WHERE p.trans_type IN (:PAYMENT, :ON_ACCOUNT) AND {is_account} AND p.total IS NOT NULL
                  AND p.paid_id = :number
                ORDER BY p.id
                """)
                .part("day", SqlDates.of("p.trans_date"))
                .part("is_account", PayerQueries.isAccount("p.studnum"))
                .with("number", number.value())
                .rows(em)
                .stream()
                .map(this::receiptToVoid)
                .toList();
    }

    /** Whether a receipt has this number, though perhaps no student or total. */
    public boolean isReceipt(ReceiptNumber number) {
        return Sql.of("SELECT COUNT(*) FROM {journal} WHERE {receipt} AND j.paid_id = :number")
                        .part("journal", JournalIndex.KIND.table())
                        .part("receipt", ReceiptQueries.RECEIPT)
                        .with("number", number.value())
                        .count(em)
                > 0;
    }

    private ReceiptToVoid receiptToVoid(Row row) {
        return new ReceiptToVoid(
                row.number("id"),
                AccountNumber.ofJournal(row.integer("studnum")),
                row.money("total", currency).negated(),
                row.money("rounding", currency),
                row.day("day"),
                row.flag("voided"),
                row.isNull("lead_id") ? OptionalLong.empty() : OptionalLong.of(row.number("lead_id")));
    }

    /** The charges of the payer that this receipt settled, and those that other payments settled. */
    public List<Settled> settled(ReceiptToVoid payment) {
        return Sql.of("""
                SELECT j.id, p.id AS payment, j.total FROM {journal}
                JOIN fees_jrl p ON p.id = j.paid_id
                WHERE j.studnum = :student AND j.trans_type = :CHARGE
                  AND p.studnum = j.studnum AND j.total IS NOT NULL
                  AND (p.trans_type = :PAYMENT OR p.id = :payment)
                ORDER BY j.id
                """)
                .part("journal", JournalIndex.STUDENT.table())
                .with("student", payment.student().journalNumber())
                .with("payment", payment.row())
                .rows(em)
                .stream()
                .map(row -> new Settled(
                        new ChargeId(row.number("id")), row.number("payment"), row.money("total", currency)))
                .toList();
    }

    /** The numbers of the receipts on these rows, smallest first; an old payment may have none. */
    public List<ReceiptNumber> numbers(Collection<Long> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        return Sql.of("""
                SELECT DISTINCT p.paid_id FROM fees_jrl p
                WHERE p.id IN (:payments) AND p.paid_id > 0
                ORDER BY p.paid_id
                """).with("payments", List.copyOf(payments)).numbers(em).stream()
                .map(ReceiptNumber::new)
                .toList();
    }

    /**
     * Adds the row that voids a payment, takes its rounding back, and opens the charges again. The account must be locked.
     *
     * @param word the journal's word for it, in the school's language
     */
    public void addVoid(ReceiptToVoid payment, Collection<ChargeId> reopened, String word, Stamp stamp) {
        int added = Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, method,
                  reference, reverses_id, trans_type, trans_date, name, description, correction_id, recorded_at,
                  recorded_by)
                SELECT p.studnum, p.student_name, p.student_grade, p.student_homeroom, -p.total, p.method,
                  p.reference, p.id, :kind, :date, :word, :reason, :correction, :recorded_at,
                  :recorded_by
                FROM fees_jrl p WHERE p.id = :payment
                """)
                .with("kind", stamp.kind())
                .with("date", stamp.request().date())
                .with("word", word)
                .with("reason", stamp.request().reason())
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .with("payment", payment.row())
                .update(em);
        if (!payment.rounding().isZero()) {
            new RoundingRows(em)
                    .takeBack(
                            payment.row(),
                            stamp.request().date(),
                            stamp.correction(),
                            stamp.recordedAt(),
                            stamp.recordedBy());
        }
        int open = reopened.isEmpty() ? 0 : reopen(payment, reopened);
        if (added != 1 || open != reopened.size()) {
            throw new IllegalStateException(
                    "The database added " + added + " rows and opened " + open + " of " + reopened.size() + " charges");
        }
    }

    /** Records first by which payments the charges were settled. */
    private int reopen(ReceiptToVoid payment, Collection<ChargeId> charges) {
        List<Long> ids = charges.stream().map(ChargeId::value).toList();
        Sql.of("""
                INSERT INTO fees_past_settlement (charge_id, settled_by, ended_by)
                SELECT j.id, j.paid_id, v.id FROM fees_jrl j
                JOIN fees_jrl v ON v.reverses_id = :payment AND v.trans_type = :VOID
                WHERE j.trans_type = :CHARGE AND j.paid_id <> 0 AND j.id IN (:charges)
                """).with("payment", payment.row()).with("charges", ids).update(em);
        return Sql.of("""
                UPDATE fees_jrl SET paid_id = NULL
                WHERE trans_type = :CHARGE AND paid_id <> 0 AND id IN (:charges)
                """).with("charges", ids).update(em);
    }

    /**
     * How the credit of a student came about. A settled charge uses credit on the date of the row that settled it. One that was
     * reversed counts on its own date, so that what was paid for it is credit from the date of the reversal on.
     */
    public CreditHistory credit(AccountNumber student) {
        return new CreditHistory(Sql.of("""
                SELECT CASE WHEN p.id IS NULL OR p.trans_type = :REVERSAL THEN {own} ELSE {settling} END AS day,
                  -SUM(j.total) AS total
                FROM {journal}
                LEFT JOIN fees_jrl p ON j.trans_type = :CHARGE AND p.id = j.paid_id
                WHERE j.studnum = :student AND j.total IS NOT NULL
                  AND (j.trans_type IS NULL OR j.trans_type <> :CHARGE OR j.paid_id IS NOT NULL)
                GROUP BY day
                """)
                .part("own", SqlDates.of("j.trans_date"))
                .part("settling", SqlDates.of("p.trans_date"))
                .part("journal", JournalIndex.STUDENT.table())
                .with("student", student.journalNumber())
                .rows(em)
                .stream()
                .map(row -> new Change(row.day("day"), row.money("total", currency)))
                .toList());
    }

    /** How the money of an account came and went: what was received, voided, refunded and moved. */
    CreditHistory money(AccountNumber student) {
        return new CreditHistory(Sql.of("""
                SELECT {own} AS day, -SUM(j.total) AS total FROM {journal}
                WHERE j.studnum = :student AND j.trans_type IN (:PAYMENT, :ON_ACCOUNT, :VOID, :REFUND, :ROUNDING, :MOVE)
                GROUP BY day
                """)
                .part("own", SqlDates.of("j.trans_date"))
                .part("journal", JournalIndex.STUDENT.table())
                .with("student", student.journalNumber())
                .rows(em)
                .stream()
                .map(row -> new Change(row.day("day"), row.money("total", currency)))
                .toList());
    }

    /**
     * Adds the row of credit paid back, and returns its id. The account must be locked.
     *
     * @param word the journal's word for it, in the school's language
     */
    public long addRefund(Refund refund, StudentSnapshot student, String word, Stamp stamp) {
        Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, total, method,
                  reference, trans_type, trans_date, name, description, correction_id, recorded_at, recorded_by)
                VALUES (:student, :student_name, :grade, :homeroom, :total, :method,
                  :reference, :kind, :date, :word, :reason, :correction, :recorded_at, :recorded_by)
                """)
                .with("student", student.number().journalNumber())
                .with("student_name", student.name())
                .with("grade", student.grade())
                .with("homeroom", student.homeroom())
                .with("total", refund.amount().amount())
                .with("method", refund.method().keyword())
                .with("reference", refund.reference())
                .with("kind", stamp.kind())
                .with("date", refund.date())
                .with("word", word)
                .with("reason", refund.reason())
                .with("correction", stamp.correction())
                .with("recorded_at", stamp.recordedAt())
                .with("recorded_by", stamp.recordedBy())
                .update(em);
        return Sql.of("SELECT LAST_INSERT_ID()").count(em);
    }
}
