package org.openadmin.fees.api.postings;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.FeesException;

/** Everything up to a day has been posted. */
public final class NothingToPostException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final LocalDate until;

    public NothingToPostException(LocalDate until) {
        super("Everything up to " + until + " has been posted.");
        this.until = until;
    }

    public LocalDate until() {
        return until;
    }
}
