package org.openadmin.fees.itest.database;

import java.util.ArrayList;
import java.util.List;

/**
 * The database user that the module works with, and the only list of the rights that it needs.
 *
 * <p>On the host's tables it may read and nothing else: that it works with these rights proves that the module never
 * writes them. Nothing can be dropped, and rows can be deleted from the catalogue of predefined fees only.
 */
public final class FeesUser {
    private static final String WHOLE_DATABASE = "SELECT, CREATE, CREATE VIEW, SHOW VIEW";
    /** CREATE is also what lets the server accept a grant on a table that does not exist yet. */
    private static final String OWN_TABLE = "SELECT, INSERT, UPDATE, CREATE, ALTER, INDEX, REFERENCES";

    private static final List<String> OWN_TABLES = List.of(
            "fees_jrl",
            "fees_predefined",
            "fees_account",
            "fees_counter",
            "fees_batch",
            "fees_correction",
            "fees_run",
            "fees_run_line",
            "fees_schema");
    private static final List<String> MAY_DELETE_FROM = List.of("fees_predefined");

    private FeesUser() {}

    /**
     * Creates the user, or gives an existing one this password and these rights.
     *
     * @param administrator a log-in that may create users
     * @param name letters, digits and underscores
     * @param password without quotes and backslashes
     * @return the same database as this user sees it
     */
    public static Database create(Database administrator, String name, String password) {
        if (!name.matches("\\w{1,32}") || password.matches(".*['\\\\].*")) {
            throw new IllegalArgumentException("Not a plain user name or password");
        }
        var user = "'" + name + "'@'localhost'";
        var schema = "`" + administrator.name() + "`";
        var statements = new ArrayList<String>();
        statements.add("CREATE USER IF NOT EXISTS " + user);
        statements.add("ALTER USER " + user + " IDENTIFIED BY '" + password + "'");
        statements.add("GRANT " + WHOLE_DATABASE + " ON " + schema + ".* TO " + user);
        OWN_TABLES.forEach(
                table -> statements.add("GRANT " + OWN_TABLE + " ON " + schema + "." + table + " TO " + user));
        MAY_DELETE_FROM.forEach(
                table -> statements.add("GRANT CREATE, DELETE ON " + schema + "." + table + " TO " + user));
        administrator.execute(statements.toArray(String[]::new));
        return new Database(administrator.url(), name, password);
    }
}
