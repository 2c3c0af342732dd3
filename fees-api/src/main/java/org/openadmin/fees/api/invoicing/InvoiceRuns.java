package org.openadmin.fees.api.invoicing;

import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.osgi.annotation.versioning.ProviderType;

/** The logs of the invoice runs, which are never deleted; and the way to stop a run that is in progress. */
@ProviderType
public interface InvoiceRuns {

    /**
     * Returns one page of the runs, newest first. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<InvoiceRun> latest(Actor reader, Page page);

    /**
     * Returns one run. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownRunException if there is no run with this number
     */
    InvoiceRun run(Actor reader, RunNumber number);

    /**
     * Returns the run that the request with this key started; empty if it has not started one. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<InvoiceRun> started(Actor reader, RequestKey key);

    /**
     * Returns one page of the students of a run: failures first, then students who were left out, then the others;
     * within these by name. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws UnknownRunException if there is no run with this number
     */
    List<InvoiceRun.Line> lines(Actor reader, RunNumber number, Page page);

    /**
     * Asks a run in progress to stop before its next message, or before the next hundred invoices of a printed run. Any
     * user's run can be stopped, on any portal. A run that has ended, or was asked before, is left unchanged. Requires the
     * role {@code fees-bill}.
     *
     * @return the run after the request: {@link InvoiceRun.State#STOPPING} until it has stopped
     * @throws NotAllowedException if the user does not have the role
     * @throws UnknownRunException if there is no run with this number
     */
    InvoiceRun stop(Actor actor, RunNumber number);
}
