package org.openadmin.fees.internal.students;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    /** The longest guardian, line of the address or part of a name that is read; what is longer is cut. */
    private static final int MAX_TEXT = 255;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("0*([1-9]\\d{0,9})(\\.0*)?");

    private StudentRow() {}

    /**
     * The student's number; empty when it is not a whole number from 1 to 2,147,483,647. {@link UnusableStudents} names these
     * students, and everything else leaves them out.
     */
    public static Optional<StudentNumber> number(Row row) {
        return row.value("studnum") instanceof Integer number && number > 0
                ? Optional.of(new StudentNumber(number))
                : number(row.text("studnum"));
    }

    static Optional<StudentNumber> number(String text) {
        Matcher whole = WHOLE_NUMBER.matcher(text.strip());
        return whole.matches()
                ? Optional.of(Long.parseLong(whole.group(1)))
                        .filter(number -> number <= Integer.MAX_VALUE)
                        .map(number -> new StudentNumber(number.intValue()))
                : Optional.empty();
    }

    /** A row with all {@link #COLUMNS}; empty without a usable number. */
    public static Optional<Student> record(Row row) {
        return number(row).map(number -> record(number, row));
    }

    private static Student record(StudentNumber number, Row row) {
        List<String> address = Stream.of("address1", "address2", "address3")
                .map(column -> text(row, column))
                .filter(line -> !line.isEmpty())
                .toList();
        return student(
                number,
                row,
                row.flag("active"),
                text(row, "guardian"),
                address,
                row.text("email").strip());
    }

    /** A row with the {@link #SEARCH_COLUMNS}; empty without a usable number. */
    static Optional<Student> searched(Row row) {
        return number(row)
                .map(number -> student(
                        number,
                        row,
                        row.flag("active"),
                        text(row, "guardian"),
                        List.of(),
                        row.text("email").strip()));
    }

    /** A row of {@link HostStudents#everybody}; empty without a usable number. */
    public static Optional<StudentSnapshot> snapshot(Row row) {
        return number(row)
                .map(number -> student(number, row, true, "", List.of(), "").snapshot());
    }

    private static Student student(
            StudentNumber number, Row row, boolean active, String guardian, List<String> address, String email) {
        return new Student(
                number,
                text(row, "lastname"),
                text(row, "firstname"),
                text(row, "initial"),
                row.text("grade").strip(),
                row.text("homeroom").strip(),
                active,
                guardian,
                address,
                email);
    }

    private static String text(Row row, String column) {
        String text = row.text(column).strip();
        return text.length() <= MAX_TEXT || text.codePointCount(0, text.length()) <= MAX_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_TEXT - 1)).stripTrailing() + "…";
    }
}
