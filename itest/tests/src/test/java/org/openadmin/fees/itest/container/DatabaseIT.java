package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** All of these tests run as a database user without write access to the host's tables, and with woven entities. */
public class DatabaseIT extends OfficeTestBase {

    private static final int ACCESS_DENIED = 1142;

    @Inject
    private BundleContext bundles;

    @Test
    public void theModulesUserCannotWriteTheHostsTables() {
        for (String table : List.of("student", "studentwd", "subject", "eval")) {
            for (String write : List.of(
                    "INSERT INTO " + table + " SELECT * FROM " + table + " LIMIT 1",
                    "UPDATE " + table + " SET id = id",
                    "DELETE FROM " + table,
                    "DROP TABLE " + table)) {
                SQLException refusal = assertThrows(write, SQLException.class, () -> execute(write));
                assertEquals(write + ": " + refusal.getMessage(), ACCESS_DENIED, refusal.getErrorCode());
            }
        }
    }

    @Test
    public void theModulesUserCannotDeleteFromTheJournal() {
        SQLException refusal = assertThrows(SQLException.class, () -> execute("DELETE FROM fees_jrl"));
        assertEquals(ACCESS_DENIED, refusal.getErrorCode());
    }

    @Test
    public void entitiesAreWoven() throws ClassNotFoundException {
        Bundle core = Arrays.stream(bundles.getBundles())
                .filter(bundle -> "org.openadmin.fees.impl".equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
        // the first use starts the persistence unit
        assertTrue(accounts.outstanding(student(170)).isEmpty());
        Class<?> entity = core.loadClass("org.openadmin.fees.internal.corrections.CorrectionRow");
        assertTrue(
                Arrays.toString(entity.getInterfaces()),
                Arrays.stream(entity.getInterfaces())
                        .anyMatch(each -> each.getName().endsWith(".PersistenceWeaved")));
    }
}
