package org.openadmin.fees.itest.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * The address of a database and a log-in.
 *
 * @param url a JDBC URL with the name of the database, such as {@code jdbc:mariadb://127.0.0.1:3306/openadmin}
 */
public record Database(String url, String user, String password) {

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
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new DatabaseException("The database refused a statement: " + e.getMessage(), e);
        }
    }

    /** Omits the password, because this text is printed and logged. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
