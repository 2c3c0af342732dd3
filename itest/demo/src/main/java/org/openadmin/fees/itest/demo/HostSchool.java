package org.openadmin.fees.itest.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.school.HostTables;
import org.openadmin.fees.itest.school.SampleSchool;

/** The school in the demo's database. Sample data are created if there are none; existing data are not changed. */
final class HostSchool {
    private static final long SEED = 1;

    private final Database database;
    private final Consumer<String> report;

    HostSchool(Database database, Consumer<String> report) {
        this.database = database;
        this.report = report;
    }

    /** @param sample whether to add sample students to a database without students */
    void prepare(boolean sample) {
        try (var connection = connect()) {
            // an installation with different tables has the view instead, and does not need these tables
            if (!exists(connection, "student") && !exists(connection, "fees_student")) {
                HostTables.create(connection);
            }
            if (!HostTables.areNew(connection) || hasJournal(connection)) {
                report.accept("Using the school that is already in the database");
            } else if (sample) {
                report.accept("Loading the sample school: " + SampleSchool.USUAL_SIZE + " students");
                SampleSchool.generate(SEED, SampleSchool.USUAL_SIZE).load(connection);
            } else {
                report.accept("The school in the database has no students");
            }
        } catch (SQLException e) {
            throw new DemoException("The database " + database + " refused: " + sentence(e), e);
        }
    }

    private Connection connect() {
        try {
            return database.connect();
        } catch (SQLException e) {
            throw new DemoException("The database " + database + " cannot be opened: " + sentence(e), e);
        }
    }

    /**
     * Whether there is an old journal. Sample students must not be added to one, because its payments would be shown
     * under their names.
     */
    private static boolean hasJournal(Connection connection) throws SQLException {
        if (!exists(connection, "fees_jrl")) {
            return false;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT 1 FROM fees_jrl LIMIT 1")) {
            return rows.next();
        }
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT 1 FROM information_schema.tables" + " WHERE table_schema = DATABASE() AND table_name = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Returns the message without the connection number that the driver adds. */
    private static String sentence(SQLException e) {
        var text = String.valueOf(e.getMessage())
                .replaceFirst("^\\(conn[^)]*\\) ?", "")
                .strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
