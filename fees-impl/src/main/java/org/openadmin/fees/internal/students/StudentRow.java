package org.openadmin.fees.internal.students;

import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Student;

/**
 * A row of the host's view. It is no entity: it is never written, and thousands at a time are read where a persistence context
 * would only cost.
 */
public final class StudentRow {

    /** What to select, in this order, of the view under the name {@code s}, for what the journal keeps of a student. */
    static final String OF_RECORD = "s.studnum, s.lastname, s.firstname, s.initial, s.grade, s.homeroom";

    /** What to select for all that is known of a student. */
    public static final String COLUMNS =
            OF_RECORD + ", s.active, s.guardian, s.address1, s.address2, s.address3, s.email";

    public static final int WIDTH = 12;

    private StudentRow() {}

    /** A row of {@link #COLUMNS}. */
    public static Student record(Object[] row) {
        List<String> address = Stream.of(8, 9, 10)
                .map(column -> text(row[column]))
                .filter(line -> !line.isEmpty())
                .toList();
        return new Student(
                new StudentNumber(((Number) row[0]).intValue()),
                text(row[1]),
                text(row[2]),
                text(row[3]),
                text(row[4]),
                text(row[5]),
                isSet(row[6]),
                text(row[7]),
                address,
                text(row[11]));
    }

    /** A row of {@link #OF_RECORD}. */
    public static StudentSnapshot ofRecord(Object[] row) {
        StudentNumber number = new StudentNumber(((Number) row[0]).intValue());
        return new Student(
                        number,
                        text(row[1]),
                        text(row[2]),
                        text(row[3]),
                        text(row[4]),
                        text(row[5]),
                        true,
                        "",
                        List.of(),
                        "")
                .ofRecord();
    }

    /** A flag, as a number or, from a site's own view, as a truth value. */
    private static boolean isSet(Object column) {
        return column instanceof Boolean flag ? flag : column instanceof Number number && number.intValue() != 0;
    }

    private static String text(Object column) {
        return column == null ? "" : column.toString().strip();
    }
}
