package org.openadmin.fees.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.openadmin.fees.spi.ModuleThread;

/**
 * A lock that lets one portal at a time change the schema: row 0 of {@code fees_schema}. It is taken by a conditional UPDATE,
 * because in a cluster {@code GET_LOCK} and {@code FOR UPDATE} lock on one node only. It is renewed while it is needed, and
 * expires when its holder dies.
 */
final class MigrationLock implements AutoCloseable {

    private static final int SECONDS = 60;
    private static final int RENEWED_AFTER = 15;
    private static final String TAKE = """
            UPDATE fees_schema SET holder = ?, held_until = UTC_TIMESTAMP(3) + INTERVAL %d SECOND
            WHERE version = 0 AND (holder = ? OR held_until IS NULL OR held_until < UTC_TIMESTAMP(3))
            """.formatted(SECONDS);
    private static final String KEEP = """
            UPDATE fees_schema SET held_until = UTC_TIMESTAMP(3) + INTERVAL %d SECOND
            WHERE version = 0 AND holder = ?
            """.formatted(SECONDS);
    private static final String GIVE_BACK = """
            UPDATE fees_schema SET held_until = NULL, holder = NULL
            WHERE version = 0 AND holder = ?
            """;

    private final DataSource database;
    private final String holder = UUID.randomUUID().toString();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            work -> ModuleThread.daemon("fees-schema-lease", MigrationLock.class.getClassLoader(), work));
    private volatile boolean lost;

    private MigrationLock(DataSource database) {
        this.database = database;
    }

    /** @throws NotReadyException when another portal has it */
    static MigrationLock take(DataSource database) throws SQLException, NotReadyException {
        MigrationLock lease = new MigrationLock(database);
        boolean taken = false;
        try {
            taken = lease.update(TAKE, lease.holder, lease.holder) == 1;
        } finally {
            if (!taken) {
                lease.clock.shutdownNow();
            }
        }
        if (!taken) {
            throw new NotReadyException("Another portal is upgrading the database for Open Admin Fees.");
        }
        lease.clock.scheduleAtFixedRate(lease::renew, RENEWED_AFTER, RENEWED_AFTER, TimeUnit.SECONDS);
        return lease;
    }

    /** @throws NotReadyException when it could not be renewed in time, so that another portal may have it by now */
    void check() throws NotReadyException {
        if (lost) {
            throw new NotReadyException("Another portal took over the database upgrade.");
        }
    }

    @Override
    public void close() throws SQLException {
        clock.shutdownNow();
        update(GIVE_BACK, holder);
    }

    private void renew() {
        try {
            lost = update(KEEP, holder) != 1;
        } catch (SQLException e) {
            // the running statement fails for the same reason and reports it; until the lock expires, it remains valid
        }
    }

    private int update(String sql, String... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(true);
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
