package org.openadmin.fees.internal.verify;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.openadmin.fees.internal.students.UnusableStudents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queries the school's database. It does not need the module's schema, so that it can report what is wrong with it. */
@Component
public final class JdbcDatabaseInfo implements DatabaseInfo {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDatabaseInfo.class);

    private final DataSource database;

    @Activate
    public JdbcDatabaseInfo(@Reference(target = "(osgi.jndi.service.name=openadmin)") DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Facts> read() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            DatabaseMetaData server = connection.getMetaData();
            return Optional.of(new Facts(
                    server.getDatabaseProductName() + " " + server.getDatabaseProductVersion(),
                    withoutParameters(server.getURL()),
                    server.getUserName(),
                    number(statement, "SELECT MAX(version) FROM fees_schema")
                            .orElse(0L)
                            .intValue(),
                    students(statement),
                    unusableStudents(connection),
                    number(statement, "SELECT COUNT(*) FROM fees_enrolment"),
                    rows(statement),
                    number(statement, "SELECT value FROM fees_counter WHERE name = 'receipt'")
                            .orElse(0L)));
        } catch (SQLException e) {
            LOG.debug("The database does not answer", e);
            return Optional.empty();
        }
    }

    /** Without parameters, which may contain a password. */
    private static String withoutParameters(String url) {
        return url == null ? "" : url.replaceFirst("[?;].*", "");
    }

    private static Optional<StudentCount> students(Statement statement) {
        Optional<Long> active = number(statement, "SELECT COUNT(*) FROM fees_student WHERE active");
        Optional<Long> withdrawn = number(statement, "SELECT COUNT(*) FROM fees_student WHERE NOT active");
        return active.flatMap(here -> withdrawn.map(gone -> new StudentCount(here, gone)));
    }

    private static List<String> unusableStudents(Connection connection) {
        try {
            return UnusableStudents.read(connection);
        } catch (SQLException e) {
            LOG.debug("No view of students yet", e);
            return List.of();
        }
    }

    private static Map<String, Long> rows(Statement statement) {
        Map<String, Long> rows = new LinkedHashMap<>();
        try (ResultSet found = statement.executeQuery("""
                SELECT COALESCE(trans_type, ''), COUNT(*) FROM fees_jrl
                GROUP BY trans_type ORDER BY trans_type
                """)) {
            while (found.next()) {
                rows.merge(found.getString(1).strip(), found.getLong(2), Long::sum);
            }
        } catch (SQLException e) {
            LOG.debug("No journal yet", e);
        }
        return rows;
    }

    /** Empty when the table does not exist (yet). */
    private static Optional<Long> number(Statement statement, String query) {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next() ? Optional.of(found.getLong(1)) : Optional.empty();
        } catch (SQLException e) {
            LOG.debug("Cannot be read: {}", query, e);
            return Optional.empty();
        }
    }
}
