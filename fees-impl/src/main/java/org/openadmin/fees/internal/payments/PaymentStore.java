package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalTexts;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.ledger.RoundingRows;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
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
        ReceiptRow row = ReceiptRow.from(request, student, ids, JournalTexts.payment(language), number, now);
        em.persist(row);
        em.flush();
        settle(ids, row.id);
        Money rounding = settlement.rounding();
        if (!rounding.isZero()) {
            new RoundingRows(em)
                    .add(row.id, rounding.negated(), cash.step().orElseThrow(), JournalTexts.rounding(language));
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
