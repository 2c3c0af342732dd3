package org.openadmin.fees.api.journal;

import java.io.Serial;
import java.time.YearMonth;
import org.openadmin.fees.api.FeesException;

/** The month cannot be closed or reopened now. */
public final class ClosingNotAllowedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Reason {
        /** Only a month that is over can be closed. */
        NOT_OVER("%s is not over yet."),
        ALREADY_CLOSED("%s has already been closed."),
        /** The journal has faults that are not of an earlier system. */
        FAULTS("%s cannot be closed: the journal has faults."),
        /** Only a closed month can be reopened. */
        NOT_CLOSED("%s is not closed.");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;
    private final YearMonth month;
    private final int faults;

    public ClosingNotAllowedException(Reason reason, YearMonth month) {
        this(reason, month, 0);
    }

    /** @param faults the number of faults, if that is the reason */
    public ClosingNotAllowedException(Reason reason, YearMonth month, int faults) {
        super(reason.sentence.formatted(month));
        this.reason = reason;
        this.month = month;
        this.faults = faults;
    }

    public Reason reason() {
        return reason;
    }

    public YearMonth month() {
        return month;
    }

    public int faults() {
        return faults;
    }
}
