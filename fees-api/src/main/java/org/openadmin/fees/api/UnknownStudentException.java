package org.openadmin.fees.api;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** Student numbers that are neither in the host's records nor in the journal. */
public final class UnknownStudentException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<AccountNumber> students;

    public UnknownStudentException(List<? extends AccountNumber> students) {
        super("There is no student with the number " + joined(students) + ".");
        this.students = List.copyOf(students);
    }

    public List<AccountNumber> students() {
        return students;
    }

    private static String joined(List<? extends AccountNumber> students) {
        return students.stream().map(AccountNumber::toString).collect(Collectors.joining(", "));
    }
}
