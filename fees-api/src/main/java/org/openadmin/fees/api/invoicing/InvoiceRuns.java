package org.openadmin.fees.api.invoicing;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The logs of the runs of invoices, kept for ever. */
@ProviderType
public interface InvoiceRuns {

    /**
     * The latest runs, newest first. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     */
    List<InvoiceRun> latest(Actor reader, Page page);

    /**
     * One run. Needs any of our roles.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownRunException when there is none with this number
     */
    InvoiceRun run(Actor reader, RunNumber number);

    /**
     * The students of a run: first what went wrong, then who was left out, then the others; within these by name. Needs any of our
     * roles.
     *
     * @throws NotAllowedException without a role
     * @throws UnknownRunException when there is none with this number
     */
    List<InvoiceRun.Line> lines(Actor reader, RunNumber number, Page page);
}
