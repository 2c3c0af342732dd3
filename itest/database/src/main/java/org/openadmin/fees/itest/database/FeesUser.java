package org.openadmin.fees.itest.database;

import java.util.ArrayList;
import java.util.List;

/**
 * The database user of the module, and the only list of the rights that it needs.
 *
 * <p>The user can only read the host's tables, so tests with this user prove that the module never writes to them. The
 * user cannot drop anything, can delete rows only from the predefined fees, and cannot change the audit log, what a
 * closing has stored, the counts of the drawers, the deposits, the postings, the past settlements, the returned payments or the
 * notes.
 */
public final class FeesUser {
    private static final String WHOLE_DATABASE = "SELECT, CREATE, CREATE VIEW, SHOW VIEW";
    /** CREATE is also required so that the server accepts a grant on a table that does not exist yet. */
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
            "fees_run_message",
            "fees_receipt_mail",
            "fees_payer",
            "fees_schema");
    /** Rows of these can be read and added, and never changed; their indexes are made with the table. */
    private static final List<String> MAY_ONLY_ADD_TO = List.of(
            "fees_audit",
            "fees_closing",
            "fees_closing_account",
            "fees_closing_month",
            "fees_closing_line",
            "fees_closing_tax",
            "fees_closing_sum",
            "fees_closing_charge",
            "fees_closing_day",
            "fees_closing_list",
            "fees_closing_fee",
            "fees_closing_group",
            "fees_closing_opened",
            "fees_closing_receipt",
            "fees_closing_amount",
            "fees_cash_count",
            "fees_deposit",
            "fees_deposit_row",
            "fees_deposit_check",
            "fees_posting",
            "fees_posting_row",
            "fees_posting_account",
            "fees_posting_line",
            "fees_past_settlement",
            "fees_return",
            "fees_dismissed",
            "fees_note",
            "fees_note_end",
            "fees_payer_change",
            "fees_import",
            "fees_import_line",
            "fees_import_end",
            "fees_import_undo",
            "fees_import_again",
            "fees_cover",
            "fees_cover_end",
            "fees_cover_use",
            "fees_sale",
            "fees_class_payment");

    private static final List<String> MAY_DELETE_FROM = List.of("fees_predefined");

    private FeesUser() {}

    /**
     * Creates the user, or sets the password and the rights of an existing one.
     *
     * @param administrator a log-in that can create users
     * @param name letters, digits and underscores
     * @param password a password without quotes and backslashes
     * @return the same database with the log-in of this user
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
        MAY_ONLY_ADD_TO.forEach(
                table -> statements.add("GRANT CREATE, INSERT ON " + schema + "." + table + " TO " + user));
        MAY_DELETE_FROM.forEach(
                table -> statements.add("GRANT CREATE, DELETE ON " + schema + "." + table + " TO " + user));
        administrator.execute(statements.toArray(String[]::new));
        return new Database(administrator.url(), name, password);
    }
}
