package org.openadmin.fees.api;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of students that are neither in the host's records nor in the journal, or of payers that do not exist. */
public final class UnknownStudentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<AccountNumber> students;

    public UnknownStudentException(List<? extends AccountNumber> students) {
        super("There is no " + (isOfStudents(students) ? "student" : "account") + " with the number " + joined(students)
                + ".");
        this.students = List.copyOf(students);
    }

    public List<AccountNumber> students() {
        return students;
    }

    /** Whether all of them are numbers of students. */
    public boolean isOfStudents() {
        return isOfStudents(students);
    }

    private static boolean isOfStudents(List<? extends AccountNumber> numbers) {
        return numbers.stream().allMatch(StudentNumber.class::isInstance);
    }

    private static String joined(List<? extends AccountNumber> students) {
        return students.stream().map(AccountNumber::toString).collect(Collectors.joining(", "));
    }
}
