package org.openadmin.fees.reports.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.openadmin.fees.api.FeeAccounts;
import org.openadmin.fees.api.FeesSettings;
import org.openadmin.fees.api.InvoiceMail;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.InvoiceRun.Channel;
import org.openadmin.fees.api.InvoiceRun.State;
import org.openadmin.fees.api.MailException;
import org.openadmin.fees.api.MailException.Problem;
import org.openadmin.fees.api.MailSettings;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NothingToInvoiceException;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.RunLog;
import org.openadmin.fees.api.RunLog.Begun;
import org.openadmin.fees.api.RunNumber;
import org.openadmin.fees.api.Settings;
import org.openadmin.fees.api.Students;
import org.openadmin.fees.reports.internal.InvoiceSelection.Candidate;
import org.openadmin.fees.reports.internal.mail.Pause;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Invoices by e-mail. Immediate, as a run goes on when the page that began it is left and nobody else uses the service. */
@Component(immediate = true)
public final class MailedInvoices implements InvoiceMail {

    private final InvoiceSelection selection;
    private final RunLog runs;
    private final FeesSettings settings;
    private final Clock clock;
    private final Pause sleep;
    private final PdfPrinter printer = new PdfPrinter();

    private volatile boolean stopped;

    @Activate
    public MailedInvoices(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference RunLog runs,
            @Reference FeesSettings settings) {
        this(accounts, students, runs, settings, Clock.systemDefaultZone(), MailedInvoices::sleep);
    }

    MailedInvoices(
            FeeAccounts accounts, Students students, RunLog runs, FeesSettings settings, Clock clock, Pause sleep) {
        this.selection = new InvoiceSelection(accounts, students, settings);
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
        this.sleep = sleep;
    }

    /** A run that is under way ends before its next message. */
    @Deactivate
    void stop() {
        stopped = true;
    }

    @Override
    public Plan plan(Request request) {
        request.invoices().actor().require(Role.BILL);
        Settings current = settings.current();
        mail(current);
        Mailing mailing = Mailing.read(selection.candidates(request.invoices()), request, selection, runs);
        Money due = mailing.invoices().stream().map(Invoice::due).reduce(Money.zero(current.currency()), Money::plus);
        return new Plan(mailing.families().size(), mailing.invoices().size(), due, mailing.reasons());
    }

    @Override
    public InvoiceRun send(Request request, Progress progress) {
        request.invoices().actor().require(Role.BILL);
        Settings current = settings.current();
        MailSettings mail = mail(current);
        List<Candidate> candidates = selection.candidates(request.invoices());
        Begun begun = runs.begin(request.invoices(), Channel.EMAIL);
        if (!begun.isNew()) {
            return begun.run();
        }
        RunNumber run = begun.run().number();
        Sending sending = new Sending(run, runs, progress, () -> stopped, clock, sleep, Money.zero(current.currency()));
        try {
            Mailing mailing = Mailing.read(candidates, request, selection, runs);
            sending.add(mailing);
            if (mailing.families().isEmpty()) {
                throw new NothingToInvoiceException(sending.end(State.DONE, ""));
            }
            return sending.send(
                    new InvoiceLetters(request.invoices(), current, mail, printer, clock),
                    mail,
                    current.school().name());
        } catch (NothingToInvoiceException e) {
            throw e;
        } catch (RuntimeException e) {
            sending.fail(e);
            throw e;
        }
    }

    private static MailSettings mail(Settings current) {
        return current.mail().orElseThrow(() -> new MailException(Problem.NOT_CONFIGURED, "", null));
    }

    private static boolean sleep(Duration length) {
        try {
            Thread.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
