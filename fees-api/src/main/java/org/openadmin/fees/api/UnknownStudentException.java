package org.openadmin.fees.api;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Student numbers that are neither in the host's records nor in the journal. */
public final class UnknownStudentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<StudentNumber> students;

    public UnknownStudentException(List<StudentNumber> students) {
        super("There is no student with the number " + joined(students) + ".");
        this.students = List.copyOf(students);
    }

    public List<StudentNumber> students() {
        return students;
    }

    private static String joined(List<StudentNumber> students) {
        return students.stream().map(StudentNumber::toString).collect(Collectors.joining(", "));
    }
}
