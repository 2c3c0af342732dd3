package org.openadmin.fees.internal.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.openadmin.fees.internal.persistence.GuardianView;
import org.openadmin.fees.internal.students.UnusableStudents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The two views through which the module reads the portal's students, {@code fees_student} and {@code fees_enrolment}. They are
 * created when they do not exist and the portal has the tables of Open Administration for Schools; a site with other tables
 * defines them itself. An existing view is never changed. A third one, {@code fees_guardian}, tells who is whose parent; only a site can define
 * it.
 */
final class HostViews {

    private static final Logger LOG = LoggerFactory.getLogger(HostViews.class);
    private static final int NO_SUCH_TABLE = 1146;

    private static final String STUDENT = "fees_student";
    private static final String STUDENT_COLUMNS =
            "studnum, lastname, firstname, initial, grade, homeroom, active, guardian, address1, address2, address3, email";
    private static final String ENROLMENT = "fees_enrolment";
    private static final String ENROLMENT_COLUMNS = "studnum, subject_section";

    private static final String GUARDIAN = GuardianView.NAME;
    private static final String GUARDIAN_COLUMNS = "login, studnum";

    private static final Set<String> WHOLE_NUMBERS = Set.of("int", "bigint", "mediumint", "smallint");
    private static final List<String> NEEDED = List.of("studnum", "lastname", "firstname", "grade", "homeroom");
    private static final Map<String, List<String>> HOST_TABLES =
            Map.of("student", NEEDED, "studentwd", NEEDED, "eval", List.of("studnum", "subjcode"));

    private final DataSource database;

    HostViews(DataSource database) {
        this.database = database;
    }

    /** @throws NotReadyException when a view is missing and cannot be created, or has the wrong columns */
    void ensure() throws SQLException, NotReadyException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            ensure(connection, STUDENT, STUDENT_COLUMNS, List.of("student", "studentwd"));
            ensure(connection, ENROLMENT, ENROLMENT_COLUMNS, List.of("eval"));
            warnOfUnusableStudents(connection);
        }
    }

    /**
     * Whether the site has defined the view of parents, which is optional. One that cannot be read counts as none: the office works
     * without it.
     */
    boolean hasGuardians() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return isThere(connection, GUARDIAN, GUARDIAN_COLUMNS);
        } catch (NotReadyException e) {
            LOG.warn("There is no page for parents: {}", e.getMessage());
            return false;
        }
    }

    private static void warnOfUnusableStudents(Connection connection) {
        try {
            List<String> unusable = UnusableStudents.read(connection);
            if (!unusable.isEmpty()) {
                LOG.warn(
                        "Students whose number is not a whole number from 1 to 2147483647 are left out until the student"
                                + " records are corrected: {}",
                        String.join("; ", unusable));
            }
        } catch (SQLException e) {
            LOG.warn("The students in the view {} cannot be read: {}", STUDENT, firstLine(e));
        }
    }

    private static void ensure(Connection connection, String view, String columns, List<String> tables)
            throws SQLException, NotReadyException {
        if (isThere(connection, view, columns)) {
            return;
        }
        Map<String, Map<String, String>> host = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String table : tables) {
            Map<String, String> found = columnsOf(connection, table);
            host.put(table, found);
            missing.addAll(lacking(table, found));
        }
        if (!missing.isEmpty()) {
            throw new NotReadyException("Open Admin Fees cannot find the portal's students: there is no view " + view
                    + ", and it cannot be created because the database lacks " + String.join(", ", missing)
                    + ". With other tables, define the view yourself, with the columns " + columns
                    + ": see docs/install.md.");
        }
        String definition = view.equals(STUDENT) ? student(host) : enrolment();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SQL SECURITY INVOKER VIEW IF NOT EXISTS " + view + " AS " + definition);
        }
        isThere(connection, view, columns);
        LOG.info("Created the view {} over the portal's tables: {}", view, String.join(", ", tables));
    }

    private static boolean isThere(Connection connection, String view, String columns)
            throws SQLException, NotReadyException {
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("SELECT " + columns + " FROM " + view + " LIMIT 0")) {
            return none != null;
        } catch (SQLException e) {
            if (e.getErrorCode() == NO_SUCH_TABLE
                    && e.getMessage().toLowerCase(Locale.ROOT).contains("." + view + "'")) {
                return false;
            }
            if (e.getSQLState() != null && e.getSQLState().startsWith("42") || "HY000".equals(e.getSQLState())) {
                throw new NotReadyException(
                        "The view " + view + " cannot be read (" + firstLine(e) + "). It must have the columns "
                                + columns + ": see docs/" + (view.equals(GUARDIAN) ? "parents.md." : "install.md."));
            }
            throw e;
        }
    }

    private static List<String> lacking(String table, Map<String, String> found) {
        if (found.isEmpty()) {
            return List.of("the table " + table);
        }
        List<String> lacking = new ArrayList<>();
        for (String column : HOST_TABLES.get(table)) {
            if (!found.containsKey(column)) {
                lacking.add("the column " + table + "." + column);
            }
        }
        if (found.containsKey("studnum") && !WHOLE_NUMBERS.contains(found.get("studnum"))) {
            lacking.add("whole numbers in " + table + ".studnum");
        }
        return lacking;
    }

    private static Map<String, String> columnsOf(Connection connection, String table) throws SQLException {
        Map<String, String> columns = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("""
                SELECT LOWER(column_name), LOWER(data_type) FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = ?
                """)) {
            query.setString(1, table);
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    columns.put(found.getString(1), found.getString(2));
                }
            }
        }
        return columns;
    }

    /**
     * Students move between the two tables; a student who is in both counts as active. A number may occur twice in a table:
     * removing duplicates here would make the server sort the whole school for each student, and a site's own view may have them
     * too. So each query takes the first row of a number.
     */
    private static String student(Map<String, Map<String, String>> host) {
        return students("student", 1, host) + " UNION ALL " + students("studentwd", 0, host)
                + " AND studnum NOT IN (SELECT current.studnum FROM student AS current WHERE current.studnum > 0)";
    }

    private static String students(String table, int active, Map<String, Map<String, String>> host) {
        Set<String> has = new TreeSet<>(host.get(table).keySet());
        List<String> columns = List.of(
                "studnum",
                text(has, "lastname"),
                text(has, "firstname"),
                text(has, "initial"),
                text(has, "grade"),
                text(has, "homeroom"),
                active + " AS active",
                joined(has, "guardian", "par1_firstname", "par1_lastname"),
                joined(has, "address1", "address1"),
                joined(has, "address2", "city1", "prov1", "pcode1"),
                joined(has, "address3"),
                joined(has, "email", "par1_email"));
        return "SELECT " + String.join(", ", columns) + " FROM " + table + " WHERE studnum > 0";
    }

    private static String text(Set<String> has, String column) {
        return joined(has, column, column);
    }

    /** The existing columns joined by spaces, never NULL, in the module's character set and collation. */
    private static String joined(Set<String> has, String name, String... columns) {
        List<String> parts = new ArrayList<>();
        for (String column : columns) {
            if (has.contains(column)) {
                parts.add("NULLIF(TRIM(" + column + "), '')");
            }
        }
        String text = parts.isEmpty() ? "''" : "CONCAT_WS(' ', " + String.join(", ", parts) + ")";
        return "CONVERT(" + text + " USING utf8mb4) COLLATE utf8mb4_unicode_ci AS " + name;
    }

    /** One row for each student and section: the portal has one for each term. */
    private static String enrolment() {
        return """
                SELECT DISTINCT studnum,
                  CONVERT(TRIM(subjcode) USING utf8mb4) COLLATE utf8mb4_unicode_ci AS subject_section
                FROM eval WHERE studnum > 0 AND TRIM(subjcode) <> ''
                """;
    }

    private static String firstLine(SQLException e) {
        return e.getMessage().lines().findFirst().orElse("unknown error");
    }
}
