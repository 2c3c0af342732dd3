package org.openadmin.fees.itest.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The address of a database and a log-in.
 *
 * @param url a JDBC URL with the name of the database, such as {@code jdbc:mariadb://127.0.0.1:3306/openadmin}
 */
public record Database(String url, String user, String password) {

    private static final int ATTEMPTS = 5;
    /** The error codes of a lock that was waited for too long, a deadlock, and a row or a table that has changed meanwhile. */
    private static final Set<Integer> CONFLICTS = Set.of(1205, 1213, 1020, 1412);

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Returns a data source without a connection pool. */
    public DataSource dataSource() {
        try {
            var source = new MariaDbDataSource(url);
            source.setUser(user);
            source.setPassword(password);
            return source;
        } catch (SQLException e) {
            throw new IllegalArgumentException("Not the address of a MariaDB database: " + url, e);
        }
    }

    /** Returns the database name: the last part of the URL, without parameters. */
    public String name() {
        var path = url.replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Runs the statements in order on one connection. */
    public void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                execute(statement, sql);
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database refused a statement: " + e.getMessage(), e);
        }
    }

    /**
     * Repeats a statement that the server gave up for another transaction, such as its own update of the statistics of a big
     * table, which may be in the way of a {@code TRUNCATE}. Such a statement has changed nothing.
     */
    private static void execute(Statement statement, String sql) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                statement.execute(sql);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !CONFLICTS.contains(e.getErrorCode())) {
                    throw e;
                }
            }
        }
    }

    /** Omits the password, because this text is printed and logged. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
