package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.ledger.RoundingRows;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.spi.CashRounding;

/** The payments of the journal, with their receipt numbers. */
public final class PaymentStore {

    private final EntityManager em;
    private final ReceiptQueries receipts;

    public PaymentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.receipts = new ReceiptQueries(em, currency);
    }

    /** The receipt of a request with this key, if there was one. */
    public Optional<Receipt> find(RequestKey key) {
        return receipts.find(key);
    }

    /** The receipt with this number; the oldest, if old data has it twice. */
    public Optional<Receipt> find(ReceiptNumber number) {
        return receipts.find(number);
    }

    /**
     * Records the payment under the next receipt number and marks the charges as settled by it. The account must be locked and
     * the charges outstanding.
     *
     * @param language the school's, for the journal's words
     * @param cash how the money is rounded
     * @param firstReceipt the start of the series of receipt numbers
     */
    public Receipt add(
            PaymentRequest request,
            StudentSnapshot student,
            Settlement settlement,
            Locale language,
            CashRounding cash,
            long firstReceipt,
            Instant now) {
        List<ChargeId> ids = settlement.charges().stream().map(Charge::id).toList();
        int number = Counter.RECEIPT.next(em, firstReceipt);
        int payment = insert(request, student, ids, JournalTexts.payment(language), number, now);
        settle(ids, payment);
        Money rounding = settlement.rounding();
        if (!rounding.isZero()) {
            new RoundingRows(em)
                    .add(payment, rounding.negated(), cash.step().orElseThrow(), JournalTexts.rounding(language));
        }
        return new Receipt(
                new ReceiptNumber(number),
                Optional.of(student),
                request.date(),
                request.received(),
                rounding,
                settlement.charges(),
                Optional.of(request.method()),
                request.reference(),
                request.actor().name(),
                Optional.of(now),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /**
     * Without charges, the money is received on account. The numbers of the charges are kept in the description.
     *
     * @return the id of the new row
     */
    private int insert(
            PaymentRequest request,
            StudentSnapshot student,
            List<ChargeId> charges,
            String name,
            int number,
            Instant now) {
        EntryKind kind = charges.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT;
        return Sql.of("""
                INSERT INTO fees_jrl (trans_type, studnum, student_name, student_grade, student_homeroom, trans_date, name,
                  description, total, paid_id, method, reference, request_key, recorded_at, recorded_by)
                VALUES (:kind, :student, :studentName, :grade, :homeroom, :date, :name,
                  :charges, :total, :number, :method, :reference, :key, :now, :user)
                RETURNING id
                """)
                .with("kind", kind.code())
                .with("student", request.student().journalNumber())
                .with("studentName", student.name())
                .with("grade", student.grade())
                .with("homeroom", student.homeroom())
                .with("date", request.date())
                .with("name", name)
                .with(
                        "charges",
                        charges.stream().sorted().map(ChargeId::toString).collect(Collectors.joining(",")))
                .with("total", request.received().negated().amount())
                .with("number", number)
                .with("method", request.method().keyword())
                .with("reference", request.reference())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .count(em);
    }

    private void settle(List<ChargeId> charges, int payment) {
        if (charges.isEmpty()) {
            return;
        }
        int settled = Sql.of("""
                UPDATE fees_jrl j SET j.paid_id = :payment
                WHERE j.trans_type = :CHARGE AND {unsettled} AND j.id IN (:charges)
                """)
                .part("unsettled", JournalIndex.UNSETTLED)
                .with("payment", payment)
                .with("charges", charges.stream().map(ChargeId::value).toList())
                .update(em);
        if (settled != charges.size()) {
            throw new IllegalStateException("Another program settled a charge of this account at the same time: "
                    + settled + " of " + charges.size());
        }
    }
}
