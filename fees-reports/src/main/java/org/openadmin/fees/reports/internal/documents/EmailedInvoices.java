package org.openadmin.fees.reports.internal.documents;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.MailException;
import org.openadmin.fees.api.invoicing.MailException.Problem;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.reports.internal.documents.InvoiceSelection.Candidate;
import org.openadmin.fees.reports.internal.mail.SendingPause;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvoiceRunRecorder;
import org.openadmin.fees.spi.InvoiceRunRecorder.Begun;
import org.openadmin.fees.spi.MailSettings;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Invoices by e-mail. Immediate, as a run goes on when the page that began it is left and nobody else uses the service. */
@Component(immediate = true)
public final class EmailedInvoices implements InvoiceMailer {

    private final InvoiceSelection selection;
    private final InvoiceRunRecorder runs;
    private final FeesSettings settings;
    private final Clock clock;
    private final SendingPause sleep;
    private final PdfPrinter printer = new PdfPrinter();

    private volatile boolean stopped;

    @Activate
    public EmailedInvoices(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference InvoiceRunRecorder runs,
            @Reference FeesSettings settings) {
        this(accounts, students, runs, settings, Clock.systemDefaultZone(), EmailedInvoices::sleep);
    }

    EmailedInvoices(
            FeeAccounts accounts,
            Students students,
            InvoiceRunRecorder runs,
            FeesSettings settings,
            Clock clock,
            SendingPause sleep) {
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
        MailPlan mailing = MailPlan.read(selection.candidates(request.invoices()), request, selection, runs);
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
        MailRun sending = new MailRun(run, runs, progress, () -> stopped, clock, sleep, Money.zero(current.currency()));
        try {
            MailPlan mailing = MailPlan.read(candidates, request, selection, runs);
            sending.add(mailing);
            if (mailing.families().isEmpty()) {
                throw new NothingToInvoiceException(sending.end(State.DONE, ""));
            }
            return sending.send(
                    new InvoiceMessages(request.invoices(), current, mail, printer, clock),
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
