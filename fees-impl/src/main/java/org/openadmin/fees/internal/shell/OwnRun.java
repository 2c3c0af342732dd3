package org.openadmin.fees.internal.shell;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;

/** The run that a command has started. Its number is read as soon as possible: after a failure, the database may be away. */
final class OwnRun {

    private final InvoiceRuns runs;
    private final Actor actor;
    private final RequestKey key;
    private Optional<RunNumber> number = Optional.empty();

    /** @param key the key of the request that starts it */
    OwnRun(InvoiceRuns runs, Actor actor, RequestKey key) {
        this.runs = runs;
        this.actor = actor;
        this.key = key;
    }

    /** Returns the number; empty if no run was started, or if that cannot be read. */
    Optional<RunNumber> number() {
        if (number.isEmpty()) {
            number = read();
        }
        return number;
    }

    private Optional<RunNumber> read() {
        try {
            return runs.started(actor, key).map(run -> run.number());
        } catch (FeesException e) {
            return Optional.empty();
        }
    }

    /** Returns where the log of the run is, with a blank before it; empty if the failure names the run itself. */
    String whereToLook(Exception failure, ShellMessages texts) {
        boolean named = failure instanceof NothingToInvoiceException || failure instanceof RunCancelledException;
        return named
                ? ""
                : number().map(found -> " " + texts.message("run.see", found)).orElse("");
    }
}
