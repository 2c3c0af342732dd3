package org.openadmin.fees.internal.billing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.Row;
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
        Map<Integer, Money> limits = limits();
        return em.createQuery("SELECT p FROM PredefinedRow p ORDER BY p.name, p.id", PredefinedRow.class)
                .getResultStream()
                .flatMap(row -> record(row, charges.getOrDefault(row.id, 0)).stream())
                .map(fee -> limited(fee, limits.get((int) fee.id().value())))
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
                .flatMap(this::record);
    }

    private Optional<PredefinedFee> record(PredefinedRow row) {
        Row more = Sql.of("""
                SELECT (SELECT COALESCE(SUM(charges), 0) FROM fees_batch WHERE predefined_id = :id)
                  + (SELECT COUNT(*) FROM fees_sale WHERE predefined_id = :id) AS charges,
                  (SELECT MIN(year_limit) FROM fees_predefined WHERE name = :name) AS year_limit
                """).with("id", row.id).with("name", row.name).row(em);
        return record(row, more.integer("charges"))
                .map(fee ->
                        limited(fee, more.isNull("year_limit") ? null : more.money("year_limit", settings.currency())));
    }

    /** For each fee with a limit, or with the name of one that has, the lowest limit. */
    private Map<Integer, Money> limits() {
        Map<Integer, Money> limits = new HashMap<>();
        Sql.of("""
                SELECT f.id, MIN(o.year_limit) AS year_limit
                FROM fees_predefined o JOIN fees_predefined f ON f.name = o.name
                WHERE o.year_limit IS NOT NULL GROUP BY f.id
                """)
                .rows(em)
                .forEach(row -> limits.put(row.integer("id"), row.money("year_limit", settings.currency())));
        return limits;
    }

    /** The fee with the limit that its name has; null for none. */
    private static PredefinedFee limited(PredefinedFee fee, Money limit) {
        return new PredefinedFee(
                fee.id(),
                fee.fee(),
                fee.audience(),
                fee.due(),
                fee.charges(),
                fee.parts(),
                fee.terms().limitedTo(Optional.ofNullable(limit)));
    }

    /** The fee that a request with this key added. */
    public Optional<PredefinedFee> find(RequestKey key) {
        Stream<PredefinedRow> rows = em.createQuery(
                        "SELECT p FROM PredefinedRow p WHERE p.requestKey = :key", PredefinedRow.class)
                .setParameter("key", key.toString())
                .getResultStream();
        return rows.findFirst().flatMap(this::record);
    }

    public PredefinedFee add(AddRequest request, Instant now) {
        PredefinedRow row = PredefinedRow.from(request, new Pricing(settings.taxes()).slots(request.fee()), now);
        em.persist(row);
        em.flush();
        return record(row).orElseThrow();
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
