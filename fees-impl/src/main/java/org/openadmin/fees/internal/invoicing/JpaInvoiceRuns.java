package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvoiceRunRecorder;
import org.openadmin.fees.spi.SchoolClock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The logs of the runs of invoices: written while a run works, read for ever. */
@Component(service = {InvoiceRuns.class, InvoiceRunRecorder.class})
public final class JpaInvoiceRuns implements InvoiceRuns, InvoiceRunRecorder {

    private static final int MOST = 1_000;
    private static final int LINES_PER_STATEMENT = 500;

    private final Transactions transactions;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaInvoiceRuns(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClock.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Begun begin(InvoiceRequest request, Channel channel) {
        request.actor().require(Role.BILL);
        return write(runs -> {
            if (channel == Channel.EMAIL) {
                runs.lockMail();
            }
            return runs.find(request, channel)
                    .map(found -> new Begun(found, false))
                    .orElseGet(() -> {
                        if (channel == Channel.EMAIL) {
                            runs.sending().ifPresent(other -> {
                                throw new MailException(MailException.Problem.BUSY, other.toString(), null);
                            });
                        }
                        return new Begun(runs.begin(request, channel), true);
                    });
        });
    }

    @Override
    public void add(RunNumber run, List<Line> lines) {
        for (int from = 0; from < lines.size(); from += LINES_PER_STATEMENT) {
            List<Line> some = lines.subList(from, Math.min(from + LINES_PER_STATEMENT, lines.size()));
            write(runs -> {
                runs.add(run, some);
                return runs.signOfLife(run);
            });
        }
    }

    @Override
    public boolean claim(RunNumber run, String recipient) {
        return write(runs -> runs.signOfLife(run) && runs.claim(run, recipient));
    }

    @Override
    public void settle(RunNumber run, String recipient, Outcome outcome, String detail) {
        write(runs -> {
            runs.settle(run, recipient, outcome, detail);
            return runs.signOfLife(run);
        });
    }

    @Override
    public InvoiceRun end(RunNumber run, State state, Made made, String problem) {
        return write(runs -> {
            runs.end(run, state, made, problem);
            return runs.run(run);
        });
    }

    @Override
    public Map<StudentNumber, List<Money>> sent(LocalDate date, Collection<StudentNumber> students) {
        return read(runs -> runs.sent(date, students));
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
    public List<Line> lines(Actor reader, RunNumber number, Page page) {
        reader.require(Role.VIEW);
        return read(runs -> runs.lines(number, page.offset(), page.limit()));
    }

    private <R> R write(Function<InvoiceRunStore, R> work) {
        return transactions.write(em -> work.apply(runs(em)));
    }

    private <R> R read(Function<InvoiceRunStore, R> work) {
        return transactions.read(em -> work.apply(runs(em)));
    }

    private InvoiceRunStore runs(EntityManager em) {
        return new InvoiceRunStore(
                em, settings.current().currency(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
