package org.openadmin.fees.internal.till;

import java.util.List;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.internal.persistence.Sql;

/** Finds request keys that were used for something else. */
final class TillKeyQueries {

    private static final List<String> TABLES = List.of(
            "fees_cash_count", "fees_deposit", "fees_deposit_check", "fees_jrl", "fees_batch", "fees_correction");

    private TillKeyQueries() {}

    /**
     * @param table where the key was not found
     * @throws RequestKeyReusedException if the key is in another table
     */
    static void requireUnused(EntityManager em, RequestKey key, String table) {
        List<Sql> others = TABLES.stream()
                .filter(other -> !other.equals(table))
                .map(other -> Sql.of("SELECT request_key FROM {table} WHERE request_key = :key")
                        .part("table", other)
                        .with("key", key.toString()))
                .toList();
        if (!Sql.joined("\nUNION ALL\n", others).values(em).isEmpty()) {
            throw new RequestKeyReusedException(key);
        }
    }
}
