package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/**
 * No selected student gets an invoice, and no document was created. The log of the run has the reason for each student.
 */
public final class NothingToInvoiceException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient InvoiceRun run;

    public NothingToInvoiceException(InvoiceRun run) {
        super("None of these students gets an invoice dated " + run.date() + ": " + run.leftOut()
                + " left out, see fees:invoice-runs " + run.number() + ".");
        this.run = run;
    }

    /** The log of the run. */
    public InvoiceRun run() {
        return run;
    }
}
