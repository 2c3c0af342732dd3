package org.openadmin.fees.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the scripts that have not run on a database yet, and records each in {@code fees_schema}. */
final class Migration {

    private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
    private static final int NO_SUCH_TABLE = 1146;
    private static final int VALID_SECONDS = 5;
    /** Strict, whatever the server's default: a value that does not fit its column is an error and is never truncated. */
    private static final String STRICT = "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION'";

    private static final List<String> OWN_TABLE =
            List.of("""
            CREATE TABLE IF NOT EXISTS fees_schema (
              version INT NOT NULL PRIMARY KEY, script VARCHAR(64) NOT NULL, applied_at DATETIME(3) NULL,
              took_ms BIGINT NULL, holder CHAR(36) NULL, held_until DATETIME(3) NULL)
            ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
            """, "INSERT IGNORE INTO fees_schema (version, script) VALUES (0, 'migration lock: see holder')");

    private final DataSource database;
    private final List<Script> scripts;

    Migration(DataSource database, List<Script> scripts) {
        this.database = database;
        this.scripts = scripts;
    }

    /**
     * Brings the database to the last script's version.
     *
     * @return that version
     * @throws NotReadyException when another portal is running the scripts, or a newer module has run its own
     */
    int run() throws SQLException, NotReadyException {
        int last = scripts.size();
        int version = version();
        if (version > last) {
            throw new NotReadyException(
                    "The database was upgraded by a newer version of Open Admin Fees (schema version " + version
                            + ", this version supports " + last + "): install that version again.");
        }
        if (version < last) {
            try (Connection connection = database.getConnection()) {
                patiently(connection, () -> {
                    for (String sql : OWN_TABLE) {
                        execute(connection, sql);
                    }
                    try (MigrationLock lease = MigrationLock.take(database)) {
                        for (Script script : scripts.subList(version(), last)) {
                            run(script, connection, lease);
                        }
                    }
                });
            }
        }
        return last;
    }

    /** The number of the last script that ran here, 0 when none did. */
    int version() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT MAX(version) FROM fees_schema")) {
            return found.next() ? found.getInt(1) : 0;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE) {
                return 0;
            }
            throw e;
        }
    }

    private void run(Script script, Connection connection, MigrationLock lease) throws SQLException, NotReadyException {
        long start = System.nanoTime();
        for (Script.Statement statement : script.statements()) {
            lease.check();
            if (statement.skipWhen().isEmpty()
                    || !finds(connection, statement.skipWhen().get())) {
                execute(connection, statement.sql());
            }
        }
        lease.check();
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        record(script, connection, took);
        LOG.info("Ran the schema script {} in {} ms", script.name(), took);
    }

    private static void record(Script script, Connection connection, long took) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT IGNORE INTO fees_schema (version, script, applied_at, took_ms)
                VALUES (?, ?, UTC_TIMESTAMP(3), ?)
                """)) {
            insert.setInt(1, script.version());
            insert.setString(2, script.name());
            insert.setLong(3, took);
            insert.executeUpdate();
        }
    }

    private static boolean finds(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Work {
        void run() throws SQLException, NotReadyException;
    }

    /** Without the pool's network time-out, which is too short to rebuild a big journal; the connection is restored afterwards. */
    private static void patiently(Connection connection, Work work) throws SQLException, NotReadyException {
        connection.setAutoCommit(true);
        int timeout = networkTimeout(connection, 0);
        execute(connection, "SET @fees_sql_mode = @@SESSION.sql_mode");
        try {
            execute(connection, STRICT);
            work.run();
        } finally {
            if (connection.isValid(VALID_SECONDS)) {
                execute(connection, "SET SESSION sql_mode = @fees_sql_mode");
                networkTimeout(connection, timeout);
            }
        }
    }

    private static int networkTimeout(Connection connection, int millis) throws SQLException {
        try {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, millis);
            return before;
        } catch (SQLFeatureNotSupportedException e) {
            return 0;
        }
    }
}
