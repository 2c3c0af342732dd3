package org.openadmin.fees.api;

import java.io.Serial;
import java.time.LocalDate;

/** Nobody among the chosen students owes anything at that date; no document was made. */
public final class NothingToInvoiceException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient LocalDate date;

    public NothingToInvoiceException(LocalDate date) {
        super("Nobody chosen has anything outstanding at " + date + ", so there is no invoice.");
        this.date = date;
    }

    public LocalDate date() {
        return date;
    }
}
