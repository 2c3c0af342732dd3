package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The logs of the runs of invoices, for reading. */
@Component
public final class JpaInvoiceRuns implements InvoiceRuns {

    private static final Logger LOG = LoggerFactory.getLogger(JpaInvoiceRuns.class);

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaInvoiceRuns(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public List<InvoiceRun> latest(Actor reader, Page page) {
        reader.require(Role.VIEW);
        return read(runs -> runs.latest(page.offset(), page.limit()));
    }

    @Override
    public InvoiceRun run(Actor reader, RunNumber number) {
        reader.require(Role.VIEW);
        return read(runs -> runs.run(number));
    }

    @Override
    public Optional<InvoiceRun> started(Actor reader, RequestKey key) {
        reader.require(Role.VIEW);
        return read(runs -> runs.started(key));
    }

    @Override
    public List<Line> lines(Actor reader, RunNumber number, Page page) {
        reader.require(Role.VIEW);
        return read(runs -> runs.lines(number, page.offset(), page.limit()));
    }

    @Override
    public InvoiceRun stop(Actor actor, RunNumber number) {
        AuditedCommand command = AuditedCommand.stopping(actor, number);
        return audit.attempt(command, () -> stop(actor, number, command));
    }

    private InvoiceRun stop(Actor actor, RunNumber number, AuditedCommand command) {
        actor.require(Role.BILL);
        return transactions.write(em -> {
            InvoiceRunStore runs = runs(em);
            if (runs.requestStop(number, actor)) {
                audit.done(em, command);
                LOG.info("Run {} of invoices: {} asked it to stop", number, actor.name());
            }
            return runs.run(number);
        });
    }

    private <R> R read(Function<InvoiceRunStore, R> work) {
        return transactions.read(em -> work.apply(runs(em)));
    }

    private InvoiceRunStore runs(EntityManager em) {
        return InvoiceRunStore.at(clock, em, settings.current().currency());
    }
}
