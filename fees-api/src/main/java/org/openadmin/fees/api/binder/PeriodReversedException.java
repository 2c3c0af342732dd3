package org.openadmin.fees.api.binder;

import java.io.Serial;
import java.time.LocalDate;
import org.openadmin.fees.api.FeesException;

/** The last day of a period is before its first. */
public final class PeriodReversedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final LocalDate from;
    private final LocalDate to;

    public PeriodReversedException(LocalDate from, LocalDate to) {
        super("The last day, " + to + ", is before the first, " + from + ".");
        this.from = from;
        this.to = to;
    }

    public LocalDate from() {
        return from;
    }

    public LocalDate to() {
        return to;
    }
}
