package org.openadmin.fees.internal.students;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Students of the portal whom the module cannot bill, because their number is not a whole number from 1 to 2,147,483,647. They
 * are left out everywhere, and nobody else is affected.
 */
public final class UnusableStudents {

    /** The most that are named. */
    public static final int MAX_NAMED = 20;

    private static final String QUERY = """
            SELECT s.studnum, s.lastname, s.firstname FROM fees_student s
            WHERE s.studnum IS NULL OR NOT s.studnum BETWEEN 1 AND 2147483647
              OR CAST(s.studnum AS CHAR) NOT REGEXP '^[[:space:]]*[0-9]+([.]0*)?[[:space:]]*$'
            LIMIT %d
            """.formatted(MAX_NAMED + 1);

    private UnusableStudents() {}

    /** Their names and numbers, such as {@code Tremblay, Inès (99999999999)}; after {@link #MAX_NAMED}, an ellipsis. */
    public static List<String> read(Connection connection) throws SQLException {
        List<String> named = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(QUERY)) {
            while (found.next()) {
                named.add(named.size() == MAX_NAMED ? "…" : name(found));
            }
        }
        return List.copyOf(named);
    }

    private static String name(ResultSet student) throws SQLException {
        String last = text(student, 2);
        String first = text(student, 3);
        String number = text(student, 1);
        return (last + (last.isEmpty() || first.isEmpty() ? "" : ", ") + first + " ("
                        + (number.isEmpty() ? "–" : number) + ")")
                .strip();
    }

    private static String text(ResultSet student, int column) throws SQLException {
        return Objects.toString(student.getString(column), "").strip();
    }
}
