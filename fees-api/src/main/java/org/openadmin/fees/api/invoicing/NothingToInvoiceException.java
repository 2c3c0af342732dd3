package org.openadmin.fees.api.invoicing;

import java.io.Serial;
import org.openadmin.fees.api.FeesException;

/** Nobody chosen gets an invoice; no document was made. The log of the run says who was left out and why. */
public final class NothingToInvoiceException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient InvoiceRun run;

    public NothingToInvoiceException(InvoiceRun run) {
        super("None of these students gets an invoice dated " + run.date() + ": " + run.leftOut()
                + " left out, see fees:invoice-runs " + run.number() + ".");
        this.run = run;
    }

    public InvoiceRun run() {
        return run;
    }
}
