package org.openadmin.portal.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Reads the host's table of current students. The portal also runs without a database, but then this list is not
 * available.
 */
@Component(service = StudentDirectory.class)
public final class StudentDirectory {

    /** The columns that the list can be sorted by. */
    enum Order {
        NUMBER("studnum"),
        NAME("lastname, firstname"),
        GRADE("lpad(grade, 8, ' ')"),
        HOMEROOM("homeroom");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        private String sql(boolean descending) {
            String direction = descending ? " desc" : "";
            return columns.replaceAll(", (?=[a-z]+$)", direction + ", ") + direction + ", studnum";
        }
    }

    private static final String MATCHES = "(lastname like ? or firstname like ? or studnum like ?)";
    private static final int COLUMNS_SEARCHED = 3;

    @Reference(
            target = "(osgi.jndi.service.name=openadmin)",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile DataSource database;

    @Activate
    public StudentDirectory() {
        // the reference to the database is dynamic
    }

    /** Returns the number of students that match. Each word must be the beginning of a name or of the number. */
    int count(String typed) {
        List<String> words = words(typed);
        return query("select count(*) from student" + where(words), words, rows -> {
            rows.next();
            return rows.getInt(1);
        });
    }

    /** Returns one page of the students that match. */
    Stream<DirectoryRow> page(String typed, Order order, boolean descending, int offset, int limit) {
        List<String> words = words(typed);
        String sql =
                "select studnum, lastname, firstname, initial, grade, homeroom from student%s order by %s limit %d, %d"
                        .formatted(where(words), order.sql(descending), offset, limit);
        return query(sql, words, StudentDirectory::students).stream();
    }

    private static List<String> words(String typed) {
        return Stream.of(typed.strip().toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    private static String where(List<String> words) {
        return words.isEmpty()
                ? ""
                : words.stream().map(word -> MATCHES).collect(Collectors.joining(" and ", " where ", ""));
    }

    private static List<DirectoryRow> students(ResultSet rows) throws SQLException {
        List<DirectoryRow> students = new ArrayList<>();
        while (rows.next()) {
            students.add(new DirectoryRow(
                    text(rows, "studnum"),
                    text(rows, "lastname"),
                    text(rows, "firstname"),
                    text(rows, "initial"),
                    text(rows, "grade"),
                    text(rows, "homeroom")));
        }
        return students;
    }

    private static String text(ResultSet rows, String column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(column), "");
    }

    private <T> T query(String sql, List<String> words, Reading<T> reading) {
        DataSource current = database;
        if (current == null) {
            throw new DirectoryUnavailableException("There is no data source", null);
        }
        try (Connection connection = current.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (String word : words) {
                for (int column = 0; column < COLUMNS_SEARCHED; column++) {
                    statement.setString(place++, word);
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException e) {
            throw new DirectoryUnavailableException("The students cannot be read", e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }
}
