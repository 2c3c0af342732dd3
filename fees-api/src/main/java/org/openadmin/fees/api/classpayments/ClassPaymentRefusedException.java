package org.openadmin.fees.api.classpayments;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.StudentSnapshot;

/** Some students cannot be part of the payments of a class. Nothing was recorded. */
public final class ClassPaymentRefusedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** A charge was paid or corrected meanwhile. */
        NOT_OUTSTANDING,
        /** A charge is of another fee. */
        OTHER_FEE,
        /** The student is not in the homeroom. */
        NOT_IN_HOMEROOM
    }

    private final Problem problem;
    private final transient List<StudentSnapshot> students;

    public ClassPaymentRefusedException(Problem problem, List<StudentSnapshot> students) {
        super(problem + ": "
                + students.stream().map(StudentSnapshot::nameOrNumber).toList());
        this.problem = problem;
        this.students = List.copyOf(students);
    }

    public Problem problem() {
        return problem;
    }

    /** Whom it concerns, in the sequence of the request; at least one. */
    public List<StudentSnapshot> students() {
        return students;
    }
}
