package org.openadmin.fees.itest.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * Where a database is and how to log in.
 *
 * @param url a JDBC address with the name of the database, such as {@code jdbc:mariadb://127.0.0.1:3306/openadmin}
 */
public record Database(String url, String user, String password) {

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** A plain source of connections, without a pool. */
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

    /** The last part of the address, without parameters. */
    public String name() {
        var path = url.replaceFirst("\\?.*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Runs statements one after the other on one connection. */
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

    /** Without the password: this is printed and logged. */
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
