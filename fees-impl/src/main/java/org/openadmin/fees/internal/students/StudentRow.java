package org.openadmin.fees.internal.students;

import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.persistence.Row;

/**
 * A row of the view of students. It is not an entity: it is never written, and thousands are read at a time, for which a
 * persistence context would only cost time.
 */
public final class StudentRow {

    /** The columns to select from the view as {@code s} for what the journal keeps of a student. */
    static final String SNAPSHOT_COLUMNS = "s.studnum, s.lastname, s.firstname, s.initial, s.grade, s.homeroom";

    /** All columns to select from the view as {@code s}. */
    public static final String COLUMNS =
            SNAPSHOT_COLUMNS + ", s.active, s.guardian, s.address1, s.address2, s.address3, s.email";

    /** The columns to select from the view as {@code s} for a search; without the postal address, to read fewer. */
    static final String SEARCH_COLUMNS = SNAPSHOT_COLUMNS + ", s.active, s.guardian, s.email";

    private StudentRow() {}

    /** A row with all {@link #COLUMNS}. */
    public static Student record(Row row) {
        List<String> address = Stream.of("address1", "address2", "address3")
                .map(column -> text(row, column))
                .filter(line -> !line.isEmpty())
                .toList();
        return student(row, row.flag("active"), text(row, "guardian"), address, text(row, "email"));
    }

    /** A row with the {@link #SEARCH_COLUMNS}. */
    static Student searched(Row row) {
        return student(row, row.flag("active"), text(row, "guardian"), List.of(), text(row, "email"));
    }

    /** A row of {@link HostStudents#everybody}. */
    public static StudentSnapshot snapshot(Row row) {
        return student(row, true, "", List.of(), "").snapshot();
    }

    private static Student student(Row row, boolean active, String guardian, List<String> address, String email) {
        return new Student(
                new StudentNumber(row.integer("studnum")),
                text(row, "lastname"),
                text(row, "firstname"),
                text(row, "initial"),
                text(row, "grade"),
                text(row, "homeroom"),
                active,
                guardian,
                address,
                email);
    }

    private static String text(Row row, String column) {
        return row.text(column).strip();
    }
}
