package org.openadmin.fees.internal.binder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.internal.persistence.Sql;

/** The voids of payments that the bank returned, among some rows. */
record ReturnedVoidLookup(Set<Long> ids) {

    static ReturnedVoidLookup among(EntityManager em, List<Integer> rows) {
        Set<Long> ids = new HashSet<>();
        if (!rows.isEmpty()) {
            Sql.of("""
                    SELECT v.id FROM fees_jrl v
                    JOIN fees_return r ON r.correction_id = v.correction_id AND r.undoes IS NULL
                    WHERE v.id IN (:rows) AND v.trans_type = :VOID
                    """).with("rows", rows).numbers(em).forEach(id -> ids.add(id.longValue()));
        }
        return new ReturnedVoidLookup(ids);
    }

    boolean includes(long row) {
        return ids.contains(row);
    }
}
