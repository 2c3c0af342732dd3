package org.openadmin.fees.internal.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.ledger.HostStudentLookup;
import org.openadmin.fees.internal.ledger.ReceiptRow;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The payments of the journal, with their receipt numbers. */
public final class PaymentStore {

    private final EntityManager em;
    private final Currency currency;

    public PaymentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** What a request with this key got, if there was one. */
    public Optional<Receipt> find(RequestKey key) {
        return em.createQuery("SELECT r FROM ReceiptRow r WHERE r.requestKey = :key", ReceiptRow.class)
                .setParameter("key", key.toString())
                .getResultStream()
                .findFirst()
                .map(this::record);
    }

    /** The receipt with this number; where old data holds it twice, the oldest. */
    public Optional<Receipt> find(ReceiptNumber number) {
        return em.createQuery(
                        "SELECT r FROM ReceiptRow r WHERE r.receiptNumber = :number ORDER BY r.id", ReceiptRow.class)
                .setParameter("number", (int) number.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(this::record);
    }

    private Receipt record(ReceiptRow row) {
        List<ChargeId> ids = row.settled().stream().map(ChargeId::new).toList();
        List<Charge> settled = ids.isEmpty()
                ? List.of()
                : new AccountQueries(em, currency)
                        .charges(ids).stream()
                                .filter(charge -> charge.student().number().value() == row.student())
                                .toList();
        return row.toRecord(currency, settled, new HostStudentLookup(em, List.of(row)), voided(row.id()));
    }

    private Optional<LocalDate> voided(int payment) {
        return new Sql()
                        .add("SELECT " + SqlDates.of("trans_date") + " FROM fees_jrl")
                        .add("WHERE reverses_id = ? AND trans_type = 'void'", payment)
                        .values(em)
                        .stream()
                        .map(SqlDates::day)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /**
     * Records the payment under the next receipt number and marks the charges as settled by it. The account must be locked and
     * the charges outstanding.
     *
     * @param word the journal's word for a payment, in the school's language
     * @param firstReceipt where the series of receipt numbers starts
     */
    public Receipt add(
            PaymentRequest request,
            StudentSnapshot student,
            Settlement settlement,
            String word,
            long firstReceipt,
            Instant now) {
        List<ChargeId> ids = settlement.charges().stream().map(Charge::id).toList();
        ReceiptRow row = ReceiptRow.of(request, student, ids, word, Counter.RECEIPT.next(em, firstReceipt), now);
        em.persist(row);
        em.flush();
        settle(ids, row.id());
        return row.toRecord(currency, settlement.charges(), number -> student, Optional.empty());
    }

    private void settle(Collection<ChargeId> ids, int paymentId) {
        if (ids.isEmpty()) {
            return;
        }
        int settled = new Sql()
                .add(
                        "UPDATE fees_jrl SET paid_id = ? WHERE trans_type = 'chg' AND paid_id IS NULL AND id IN",
                        paymentId)
                .inNumbers(ids.stream().map(id -> (int) id.value()).toList())
                .on(em)
                .executeUpdate();
        if (settled != ids.size()) {
            throw new IllegalStateException("Another program settled a charge of this account at this moment: "
                    + settled + " of " + ids.size());
        }
    }
}
