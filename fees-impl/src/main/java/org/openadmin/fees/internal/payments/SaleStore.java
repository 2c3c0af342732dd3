package org.openadmin.fees.internal.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.internal.ledger.ChargeRows;
import org.openadmin.fees.internal.ledger.PartsJson;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.Sql;

/** What was sold with payments: the charges, and which payment they belong to. */
final class SaleStore {

    private final EntityManager em;

    SaleStore(EntityManager em) {
        this.em = em;
    }

    /** Charges the student, once for each piece, and returns the charges in number order. */
    List<ChargeId> charge(ChargeRows rows, Pricing pricing, int quantity, StudentSnapshot student) {
        List<Integer> made = rows.statement(pricing, PartsJson.pieces(quantity), List.of(student))
                .with("batch", null)
                .with("parts", null)
                .part("returning", "RETURNING id")
                .numbers(em);
        if (made.size() != quantity) {
            throw new IllegalStateException("The database made " + made.size() + " of " + quantity + " charges");
        }
        return new TreeSet<>(made).stream().map(ChargeId::new).toList();
    }

    /** Records that these charges were made for the payment of a request. */
    void record(RequestKey payment, Collection<ChargeId> charges) {
        int recorded = Sql.of("""
                INSERT INTO fees_sale (charge_id, payment_id, predefined_id)
                SELECT c.id, (SELECT p.id FROM fees_jrl p WHERE p.request_key = :key), c.predefined_id
                FROM fees_jrl c WHERE c.id IN (:charges)
                """)
                .with("key", payment.toString())
                .with("charges", charges.stream().map(ChargeId::value).toList())
                .update(em);
        if (recorded != charges.size()) {
            throw new IllegalStateException(
                    "The database recorded " + recorded + " of " + charges.size() + " sold charges");
        }
    }

    /** The charges that were made for the payment of a request, by predefined fee. */
    Map<PredefinedFeeId, List<ChargeId>> sold(RequestKey payment) {
        Map<PredefinedFeeId, List<ChargeId>> sold = new LinkedHashMap<>();
        Sql.of("""
                SELECT s.predefined_id, s.charge_id FROM fees_jrl p
                JOIN fees_sale s ON s.payment_id = p.id
                WHERE p.request_key = :key ORDER BY s.charge_id
                """).with("key", payment.toString()).rows(em).forEach(row -> sold.computeIfAbsent(
                        new PredefinedFeeId(row.number("predefined_id")), none -> new ArrayList<>())
                .add(new ChargeId(row.number("charge_id"))));
        return sold;
    }
}
