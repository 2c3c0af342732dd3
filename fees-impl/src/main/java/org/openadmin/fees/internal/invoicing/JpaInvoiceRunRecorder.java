package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RemindersInProgressException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;
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

/** The logs of the invoice runs in the database, each step in its own transaction. */
@Component
public final class JpaInvoiceRunRecorder implements InvoiceRunRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(JpaInvoiceRunRecorder.class);
    private static final int LINES_PER_STATEMENT = 500;

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;
    private final PortalStart portal;

    @Activate
    public JpaInvoiceRunRecorder(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference PortalNode node) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
        this.portal = node.current();
    }

    @Override
    public <R> R prepare(InvoiceRequest request, Channel channel, Supplier<R> work) {
        return audit.attempt(AuditedCommand.of(request, channel), work);
    }

    @Override
    public StartedRun start(InvoiceRequest request, Channel channel) {
        AuditedCommand command = AuditedCommand.of(request, channel);
        return audit.attempt(command, () -> start(request, channel, command));
    }

    private StartedRun start(InvoiceRequest request, Channel channel, AuditedCommand command) {
        request.actor().require(Role.BILL);
        return audit.once(
                command,
                em -> {
                    if (channel == Channel.EMAIL || request.isOfReminders()) {
                        runs(em).lockMail();
                    }
                },
                em -> runs(em).find(request, channel).map(found -> new StartedRun(found, false)),
                em -> begin(runs(em), request, channel),
                started -> Optional.of(new AuditSubject(
                        AuditSubject.Kind.RUN, started.run().number().value())));
    }

    private StartedRun begin(InvoiceRunStore runs, InvoiceRequest request, Channel channel) {
        if (request.isOfReminders()) {
            DateNotAllowedException.requireNotAfter(LocalDate.now(clock), request.date(), Limit.REMINDER_AFTER_TODAY);
            runs.endInterrupted(portal);
            runs.reminding().ifPresent(other -> {
                throw new RemindersInProgressException(other);
            });
        }
        if (channel == Channel.EMAIL) {
            runs.endInterrupted(portal);
            runs.sending().ifPresent(other -> {
                throw new MailException(MailException.Problem.BUSY, other.toString(), null);
            });
        }
        return new StartedRun(runs.begin(request, channel, portal), true);
    }

    @Override
    public void add(RunNumber run, List<Line> lines, List<Copy> copies) {
        // the copies first: a run that is cut off in between has no student in its log who would get no message
        for (List<Copy> some : Parts.of(copies, LINES_PER_STATEMENT)) {
            transactions.write(em -> {
                messages(em).add(run, some);
                return runs(em).recordActivity(run);
            });
        }
        addPrinted(run, lines, List.of());
    }

    @Override
    public void addPrinted(RunNumber run, List<Line> lines, List<PrintedInvoice> invoices) {
        Map<AccountNumber, PrintedInvoice> printed = invoices.stream()
                .collect(Collectors.toMap(each -> each.student().number(), Function.identity()));
        for (List<Line> some : Parts.of(lines, LINES_PER_STATEMENT)) {
            write(runs -> {
                runs.add(run, some, printed);
                return runs.recordActivity(run);
            });
        }
    }

    @Override
    public InvoiceRun complete(RunNumber run, RunTotals totals, RunDigests digests) {
        return transactions.write(em -> {
            InvoiceRunStore runs = runs(em);
            if (runs.end(run, State.DONE, totals, "")) {
                documents(em).record(run, digests);
            }
            return runs.run(run);
        });
    }

    @Override
    public Optional<RunDigests> digests(RunNumber run) {
        return transactions.read(em -> documents(em).digests(run));
    }

    @Override
    public List<PrintedInvoice> printed(RunNumber run, int after, int limit) {
        return transactions.read(em -> documents(em).printed(run, after, limit));
    }

    @Override
    public boolean claim(RunNumber run, String recipient) {
        return transactions.write(
                em -> runs(em).recordActivity(run) && messages(em).claim(run, recipient));
    }

    @Override
    public void recordResult(RunNumber run, String recipient, Outcome outcome, String detail, RunTotals sent) {
        transactions.write(em -> {
            InvoiceRunStore runs = runs(em);
            // the totals only with the result, so that another attempt does not count the message again
            if (messages(em).recordResult(run, recipient, outcome, detail) && sent.invoices() > 0) {
                runs.addTotals(run, sent);
            }
            return runs.recordActivity(run);
        });
    }

    @Override
    public boolean shouldContinue(RunNumber run) {
        return transactions.read(em -> runs(em).shouldContinue(run));
    }

    @Override
    public void recordWait(RunNumber run, String reason) {
        write(runs -> {
            runs.recordWait(run, reason);
            return runs.recordActivity(run);
        });
    }

    @Override
    public void endInterrupted() {
        int ended = write(runs -> runs.endInterrupted(portal));
        if (ended > 0) {
            LOG.info("Invoice runs that were interrupted when this portal stopped: {}", ended);
        }
    }

    @Override
    public InvoiceRun end(RunNumber run, State state, RunTotals totals, String problem) {
        return write(runs -> {
            runs.end(run, state, totals, problem);
            return runs.run(run);
        });
    }

    @Override
    public List<EmailedInvoice> emailed(Kind kind, Collection<AccountNumber> students) {
        return transactions.read(em -> messages(em).emailed(kind, students));
    }

    @Override
    public List<Reminded> reminded(Collection<AccountNumber> students) {
        return students.isEmpty() ? List.of() : transactions.read(em -> new RemindedStore(em).of(students));
    }

    private <R> R write(Function<InvoiceRunStore, R> work) {
        return transactions.write(em -> work.apply(runs(em)));
    }

    private InvoiceRunStore runs(EntityManager em) {
        return InvoiceRunStore.at(clock, em, settings.current().currency());
    }

    private RunMessageStore messages(EntityManager em) {
        return new RunMessageStore(em, settings.current().currency());
    }

    private RunDocumentStore documents(EntityManager em) {
        return new RunDocumentStore(em, settings.current().currency());
    }
}
