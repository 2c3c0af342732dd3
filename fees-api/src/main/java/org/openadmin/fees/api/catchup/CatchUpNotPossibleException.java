package org.openadmin.fees.api.catchup;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.billing.Assessment;

/** Nobody can be charged or reversed as having joined or left the group of this assessment. */
public final class CatchUpNotPossibleException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Problem {
        /** The day is not in the school year of the assessment. */
        OTHER_YEAR,
        /** All charges of the assessment have been reversed. */
        UNDONE
    }

    private final Problem problem;
    private final transient Assessment assessment;

    public CatchUpNotPossibleException(Problem problem, Assessment assessment) {
        super("Nobody can join or leave assessment " + assessment.batch() + " of " + assessment.date() + ": " + problem
                + ".");
        this.problem = problem;
        this.assessment = assessment;
    }

    public Problem problem() {
        return problem;
    }

    public Assessment assessment() {
        return assessment;
    }
}
