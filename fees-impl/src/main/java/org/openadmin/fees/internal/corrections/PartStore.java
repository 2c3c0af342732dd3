package org.openadmin.fees.internal.corrections;

import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.internal.persistence.Sql;

/** The parts that a charge was split into. */
public final class PartStore {

    /** @param open whether nothing has settled it */
    record Part(ChargeId id, ChargeId origin, boolean open) {}

    private final EntityManager em;

    PartStore(EntityManager em) {
        this.em = em;
    }

    /** All parts that a charge was split into together with this one, in number order; empty if it is not a part of a split charge. */
    List<Part> partsWith(ChargeId charge) {
        List<Part> parts = Sql.of("""
                SELECT p.id, p.origin_id, CASE WHEN p.paid_id <> 0 THEN 0 ELSE 1 END AS is_open
                FROM fees_jrl c
                JOIN fees_jrl o ON o.id = c.origin_id AND o.studnum = c.studnum
                JOIN fees_jrl p ON p.origin_id = c.origin_id AND p.correction_id = c.correction_id AND p.trans_type = :CHARGE
                WHERE c.id = :charge AND c.trans_type = :CHARGE
                ORDER BY p.id
                """).with("charge", charge.value()).rows(em).stream()
                .map(row -> new Part(
                        new ChargeId(row.number("id")), new ChargeId(row.number("origin_id")), row.flag("is_open")))
                .toList();
        return parts.size() > 1 ? parts : List.of();
    }
}
