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

/** Runs all checks over one snapshot, so that a payment taken meanwhile is seen as a whole or not at all. */
@Component
public final class JournalVerification implements Verification {

    private static final String COUNTS = "SELECT COUNT(*), COUNT(DISTINCT studnum), COUNT(receipt_number),"
            + " (SELECT COUNT(*) FROM fees_batch), COALESCE(SUM(total), 0.00) FROM fees_jrl";
    private static final int BATCHES = 4;
    private static final int SUM = 5;

    private final DataSource database;
    private final FeesSettings settings;

    /** @param ready named only so that this exists while the tables do */
    @Activate
    public JournalVerification(
            @Reference(target = "(osgi.jndi.service.name=openadmin)") DataSource database,
            @Reference FeesSettings settings,
            @Reference SchemaReady ready) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public Report run() {
        Settings current = settings.current();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY");
            try {
                return report(statement, current);
            } finally {
                statement.execute("ROLLBACK");
            }
        } catch (SQLException e) {
            throw new StorageException(Outcome.NOTHING_STORED, e);
        }
    }

    private static Report report(Statement statement, Settings settings) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        for (InvariantQuery check : InvariantQuery.all()) {
            String sql = check.sql()
                    .replace("{first}", String.valueOf(settings.firstReceipt()))
                    .replace("{decimals}", String.valueOf(settings.currency().getDefaultFractionDigits()));
            try (ResultSet found = statement.executeQuery(sql)) {
                while (found.next()) {
                    faults.add(new Fault(
                            check.invariant(),
                            found.getString(1),
                            found.getString(2),
                            found.getString(3),
                            found.getInt(4) != 0));
                }
            }
        }
        try (ResultSet counts = statement.executeQuery(COUNTS)) {
            counts.next();
            return new Report(
                    faults,
                    counts.getLong(1),
                    counts.getLong(2),
                    counts.getLong(3),
                    counts.getLong(BATCHES),
                    counts.getBigDecimal(SUM));
        }
    }
}
