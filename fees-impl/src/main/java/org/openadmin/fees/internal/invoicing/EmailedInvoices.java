package org.openadmin.fees.internal.invoicing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.mail.MailException;
import org.openadmin.fees.api.mail.MailException.Problem;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.StartedRun;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.internal.mail.MailConfiguration;
import org.openadmin.fees.internal.mail.MailSettings;
import org.openadmin.fees.internal.students.FamilyLanguages;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invoices and reminders by e-mail: selects the students, keeps the log and sends the messages. Immediate, because a run continues after the
 * user has left the page and the service is no longer in use.
 */
@Component(immediate = true)
public final class EmailedInvoices implements InvoiceMailer {

    private static final Logger LOG = LoggerFactory.getLogger(EmailedInvoices.class);

    private final InvoiceSelection selection;
    private final Students students;
    private final InvoiceRunRecorder runs;
    private final InvoiceRenderer renderer;
    private final FeesSettings settings;
    private final MailConfiguration mail;
    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Activate
    public EmailedInvoices(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference InvoiceRenderer renderer,
            @Reference InvoiceRunRecorder runs,
            @Reference FeesSettings settings,
            @Reference MailConfiguration mail,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.selection = InvoiceSelection.ofNow(accounts, students, runs, settings);
        this.students = students;
        this.runs = runs;
        this.renderer = renderer;
        this.settings = settings;
        this.mail = mail;
        this.clock = clock;
        endInterrupted();
    }

    /** Otherwise, nobody could e-mail invoices until the interrupted run counts as failed. */
    private void endInterrupted() {
        try {
            runs.endInterrupted();
        } catch (FeesException e) {
            LOG.warn("Interrupted runs of invoices by e-mail are ended when the next one starts", e);
        }
    }

    /** Makes a run in progress end before its next message, and any pause at once. */
    @Deactivate
    void stop() {
        stopped.countDown();
    }

    @Override
    public boolean isConfigured() {
        return mail.server().isPresent();
    }

    @Override
    public Plan plan(Request request) {
        request.invoices().actor().require(Role.BILL);
        if (request.invoices().isOfReminders()) {
            DateNotAllowedException.requireNotAfter(
                    LocalDate.now(clock), request.invoices().date(), Limit.REMINDER_AFTER_TODAY);
        }
        MailSettings server = configured();
        MailPlan mailing = MailPlan.read(
                selection.candidates(request.invoices()), request, selection, runs, renderer, server.blindCopies());
        Money due = mailing.invoices().stream()
                .map(Invoice::due)
                .reduce(Money.zero(settings.current().currency()), Money::plus);
        return new Plan(
                mailing.families().size(),
                mailing.invoices().size(),
                due,
                mailing.reasons(),
                mailing.alreadySent(),
                mailing.shared());
    }

    @Override
    public InvoiceRun send(Request request, Progress progress) {
        MailSettings server = runs.prepare(request.invoices(), Channel.EMAIL, () -> send(request));
        Settings current = settings.current();
        List<Candidate> candidates =
                runs.prepare(request.invoices(), Channel.EMAIL, () -> selection.candidates(request.invoices()));
        StartedRun begun = runs.start(request.invoices(), Channel.EMAIL);
        if (!begun.isNew()) {
            return begun.run();
        }
        RunNumber run = begun.run().number();
        MailRun sending = new MailRun(run, runs, progress, stopped, clock, Money.zero(current.currency()));
        try {
            MailPlan mailing = MailPlan.read(candidates, request, selection, runs, renderer, server.blindCopies());
            sending.add(mailing);
            if (mailing.families().isEmpty()) {
                throw new NothingToInvoiceException(sending.end(State.DONE, ""));
            }
            return sending.send(
                    new InvoiceMessages(
                            request.invoices(),
                            current,
                            // a school writes its own texts for invoices
                            request.invoices().isOfReminders() ? Map.of() : server.templates(),
                            new FamilyLanguages(server.families(), students),
                            renderer),
                    server,
                    current.school().name());
        } catch (NothingToInvoiceException e) {
            throw e;
        } catch (RuntimeException e) {
            sending.fail(e);
            throw e;
        }
    }

    private MailSettings send(Request request) {
        request.invoices().actor().require(Role.BILL);
        return configured();
    }

    private MailSettings configured() {
        return mail.server().orElseThrow(() -> new MailException(Problem.NOT_CONFIGURED, "", null));
    }
}
