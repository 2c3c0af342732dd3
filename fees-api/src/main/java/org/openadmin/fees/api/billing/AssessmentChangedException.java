package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** The number of students to charge changed between the preview and the posting. No student was charged. */
public final class AssessmentChangedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int expected;
    private final int found;

    public AssessmentChangedException(int expected, int found) {
        super("The list of students has changed: " + expected + " were to be charged, and now there would be " + found
                + ". Nobody was charged. Check the list again.");
        this.expected = expected;
        this.found = found;
    }

    /** The number of charges that the user confirmed. */
    public int expected() {
        return expected;
    }

    /** The number of charges at the time of the posting. */
    public int found() {
        return found;
    }
}
