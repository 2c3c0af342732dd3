package org.openadmin.fees.internal.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.internal.persistence.SchemaReady;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Runs all checks over one snapshot, so that a payment recorded meanwhile is included completely or not at all. */
@Component
public final class JournalVerification implements Verification {

    private static final String COUNTS = """
            SELECT COUNT(*) AS journal_rows, COUNT(DISTINCT studnum) AS students, COUNT(receipt_number) AS receipts,
              (SELECT COUNT(*) FROM fees_batch) AS batches, COALESCE(SUM(total), 0.00) AS total
            FROM fees_jrl
            """;

    private final DataSource database;
    private final FeesSettings settings;

    /** @param ready a reference only to make this service available while the tables exist */
    @Activate
    public JournalVerification(
            @Reference(target = "(osgi.jndi.service.name=openadmin)") DataSource database,
            @Reference FeesSettings settings,
            @Reference SchemaReady ready) {
        this.database = database;
        this.settings = settings;
    }

    private interface Work<R> {
        R over(Statement snapshot) throws SQLException;
    }

    @Override
    public Report run() {
        Settings current = settings.current();
        return inSnapshot(snapshot -> {
            List<Fault> faults = new ArrayList<>();
            for (InvariantQuery check : InvariantQuery.all()) {
                faults.addAll(faults(check, current, snapshot));
            }
            try (ResultSet counts = snapshot.executeQuery(COUNTS)) {
                counts.next();
                return new Report(
                        faults,
                        counts.getLong("journal_rows"),
                        counts.getLong("students"),
                        counts.getLong("receipts"),
                        counts.getLong("batches"),
                        counts.getBigDecimal("total"));
            }
        });
    }

    /** The faults that one check finds. */
    List<Fault> faults(InvariantQuery check) {
        Settings current = settings.current();
        return inSnapshot(snapshot -> faults(check, current, snapshot));
    }

    private static List<Fault> faults(InvariantQuery check, Settings settings, Statement snapshot) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        try (ResultSet found = snapshot.executeQuery(check.sql(settings))) {
            while (found.next()) {
                faults.add(new Fault(
                        check.invariant(),
                        found.getString(1),
                        found.getString(2),
                        found.getString(3),
                        found.getInt(4) != 0));
            }
        }
        return faults;
    }

    private <R> R inSnapshot(Work<R> work) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            try {
                return work.over(statement);
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new StorageException(Outcome.ATTEMPT_NOT_STORED, e);
        }
    }
}
