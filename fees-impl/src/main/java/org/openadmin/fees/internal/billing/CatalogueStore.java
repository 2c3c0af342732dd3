package org.openadmin.fees.internal.billing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.spi.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The predefined fees. */
public final class CatalogueStore {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueStore.class);

    private final EntityManager em;
    private final Settings settings;

    public CatalogueStore(EntityManager em, Settings settings) {
        this.em = em;
        this.settings = settings;
    }

    /** All of them, by name and number. */
    public List<PredefinedFee> list() {
        Map<Integer, Integer> charges = charges();
        return em.createQuery("SELECT p FROM PredefinedRow p ORDER BY p.name, p.id", PredefinedRow.class)
                .getResultStream()
                .flatMap(row -> record(row, charges.getOrDefault(row.id, 0)).stream())
                .toList();
    }

    /**
     * From the record of assessments and sales, so that undone charges count too. The indexes fees_batch_predefined and
     * fees_sale_predefined have the sums.
     */
    private Map<Integer, Integer> charges() {
        Map<Integer, Integer> charges = new HashMap<>();
        Sql.of("""
                SELECT b.predefined_id, SUM(b.charges) AS charges FROM fees_batch b
                WHERE b.predefined_id IS NOT NULL GROUP BY b.predefined_id
                UNION ALL
                SELECT s.predefined_id, COUNT(*) AS charges FROM fees_sale s GROUP BY s.predefined_id
                """)
                .rows(em)
                .forEach(row -> charges.merge(row.integer("predefined_id"), row.integer("charges"), Integer::sum));
        return charges;
    }

    public Optional<PredefinedFee> find(PredefinedFeeId id) {
        return Optional.ofNullable(em.find(PredefinedRow.class, (int) id.value()))
                .flatMap(row -> record(row, charges(id)));
    }

    private int charges(PredefinedFeeId id) {
        return Sql.of("""
                SELECT (SELECT COALESCE(SUM(charges), 0) FROM fees_batch WHERE predefined_id = :id)
                  + (SELECT COUNT(*) FROM fees_sale WHERE predefined_id = :id)
                """).with("id", id.value()).count(em);
    }

    /** The fee that a request with this key added. */
    public Optional<PredefinedFee> find(RequestKey key) {
        Stream<PredefinedRow> rows = em.createQuery(
                        "SELECT p FROM PredefinedRow p WHERE p.requestKey = :key", PredefinedRow.class)
                .setParameter("key", key.toString())
                .getResultStream();
        return rows.findFirst().flatMap(row -> record(row, charges(new PredefinedFeeId(row.id))));
    }

    public PredefinedFee add(AddRequest request, Instant now) {
        PredefinedRow row = PredefinedRow.from(request, new Pricing(settings.taxes()).slots(request.fee()), now);
        em.persist(row);
        em.flush();
        return row.toRecord(settings, 0);
    }

    public void remove(PredefinedFeeId id) {
        em.createQuery("DELETE FROM PredefinedRow p WHERE p.id = :id")
                .setParameter("id", (int) id.value())
                .executeUpdate();
    }

    /** An old row that cannot be charged, such as one without an amount, is left out and logged. */
    private Optional<PredefinedFee> record(PredefinedRow row, int charges) {
        try {
            return Optional.of(row.toRecord(settings, charges));
        } catch (FeesException e) {
            LOG.warn("Predefined fee {} is left out of the list: {}", row.id, e.getMessage());
            return Optional.empty();
        }
    }
}
