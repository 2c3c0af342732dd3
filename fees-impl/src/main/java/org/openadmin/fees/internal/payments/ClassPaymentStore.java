package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.classpayments.ClassPaymentRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The payments of classes in fees_class_payment, each with its receipts. */
final class ClassPaymentStore {

    private final EntityManager em;
    private final Currency currency;

    ClassPaymentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** Whether a row of the journal, an assessment or a correction has this key. */
    boolean isOfSomethingElse(RequestKey key) {
        return !Sql.of("""
                SELECT id FROM fees_jrl WHERE request_key = :key
                UNION ALL SELECT id FROM fees_batch WHERE request_key = :key
                UNION ALL SELECT id FROM fees_correction WHERE request_key = :key
                """).with("key", key.toString()).values(em).isEmpty();
    }

    Optional<ClassPayment> find(RequestKey key) {
        return Sql.of("""
                SELECT c.fee, c.homeroom, {day} AS day, c.method, c.reference, c.total, c.first_receipt, c.receipts, c.recorded_by
                FROM fees_class_payment c WHERE c.request_key = :key
                """).part("day", SqlDates.of("c.trans_date")).with("key", key.toString()).rows(em).stream()
                .findFirst()
                .map(this::payment);
    }

    private ClassPayment payment(Row row) {
        return new ClassPayment(
                row.text("fee"),
                row.text("homeroom"),
                row.day("day").orElseThrow(),
                PaymentMethod.parse(row.text("method")),
                row.text("reference"),
                row.money("total", currency),
                row.text("recorded_by"),
                new ReceiptQueries(em, currency)
                        .find(new ReceiptNumber(row.number("first_receipt")), row.integer("receipts")));
    }

    /**
     * Records the payment of a class.
     *
     * @param fee the name of the fee, as it is charged
     * @param homeroom the homeroom, as the school spells it
     * @param firstReceipt the number of its first receipt
     */
    void add(ClassPaymentRequest request, String fee, String homeroom, Money total, int firstReceipt, Instant now) {
        Sql.of("""
                INSERT INTO fees_class_payment (fee, homeroom, trans_date, method, reference, total, first_receipt, receipts,
                  request_key, recorded_at, recorded_by)
                VALUES (:fee, :homeroom, :date, :method, :reference, :total, :first, :receipts, :key, :now, :user)
                """)
                .with("fee", fee)
                .with("homeroom", homeroom)
                .with("date", request.date())
                .with("method", request.method().keyword())
                .with("reference", request.reference())
                .with("total", total.amount())
                .with("first", firstReceipt)
                .with("receipts", request.parts().size())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
    }
}
