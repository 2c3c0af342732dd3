package org.openadmin.fees.api.billing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** Between preview and posting the number of students to charge has changed; nobody was charged. */
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

    public int expected() {
        return expected;
    }

    public int found() {
        return found;
    }
}
