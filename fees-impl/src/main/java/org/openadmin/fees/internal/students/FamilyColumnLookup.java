package org.openadmin.fees.internal.students;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * Whether the site's view of students has the optional column {@code family}. It is looked up once for each start of the module: a site
 * that adds the column restarts it.
 */
final class FamilyColumnLookup {

    static final String COLUMN = "family";

    private static final Map<EntityManagerFactory, Boolean> FOUND = Collections.synchronizedMap(new WeakHashMap<>());

    private FamilyColumnLookup() {}

    /** Two who look it up at the same moment find the same. */
    static boolean isThere(EntityManager em) {
        EntityManagerFactory started = em.getEntityManagerFactory();
        Boolean found = FOUND.get(started);
        if (found == null) {
            found = count(em) > 0;
            FOUND.put(started, found);
        }
        return found;
    }

    private static int count(EntityManager em) {
        return Sql.of("""
                SELECT COUNT(*) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = 'fees_student' AND column_name = :column
                """).with("column", COLUMN).count(em);
    }
}
