package org.openadmin.fees.internal.invoicing;

import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.invoicing.CannotReprintException;
import org.openadmin.fees.api.invoicing.CannotReprintException.Problem;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.InvoiceRuns;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.StartedRun;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.ReaderWork;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices on paper: selects the students, keeps the log and passes the invoices to the renderer. */
@Component
public final class PrintedInvoices implements InvoicePrinter {

    private final FeeAccounts accounts;
    private final Students students;
    private final InvoiceSelection selection;
    private final InvoiceRuns log;
    private final InvoiceRunRecorder runs;
    private final InvoiceRenderer renderer;
    private final FeesSettings settings;
    private final DocumentSlots slots;

    @Activate
    public PrintedInvoices(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference InvoiceRenderer renderer,
            @Reference InvoiceRuns log,
            @Reference InvoiceRunRecorder runs,
            @Reference FeesSettings settings,
            @Reference DocumentSlots slots,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.accounts = accounts;
        this.students = students;
        this.log = log;
        this.selection = InvoiceSelection.printed(accounts, students, runs, settings, clock);
        this.runs = runs;
        this.renderer = renderer;
        this.settings = settings;
        this.slots = slots;
    }

    @Override
    public Locale language() {
        return settings.current().documentLanguage();
    }

    @Override
    public InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out) {
        DocumentSlots.Slot slot = runs.prepare(request, Channel.PRINT, () -> print(request));
        try {
            return run(request, progress, out);
        } finally {
            slot.close();
        }
    }

    private DocumentSlots.Slot print(InvoiceRequest request) {
        request.actor().require(Role.BILL);
        return slots.take(request.actor());
    }

    private InvoiceRun run(InvoiceRequest request, Progress progress, OutputStream out) {
        ReaderWork.check();
        Settings current = settings.current();
        List<Candidate> candidates = runs.prepare(request, Channel.PRINT, () -> selection.candidates(request));
        StartedRun started = ReaderWork.record(() -> runs.start(request, Channel.PRINT));
        PrintRun run = new PrintRun(started, request, runs, renderer, Money.zero(current.currency()));
        try (InvoiceDocument document =
                renderer.begin(request.date(), started.run().startedAt(), current)) {
            run.draw(candidates, selection, progress, document);
            if (run.isEmpty()) {
                throw new NothingToInvoiceException(run.end(State.DONE));
            }
            int pages = document.complete();
            RunDigests digests =
                    new RunDigests(DocumentDigest.of(document), renderer.fingerprint(request.kind(), current));
            document.writeTo(out);
            return run.complete(pages, digests);
        } catch (NothingToInvoiceException e) {
            throw e;
        } catch (RuntimeException e) {
            throw run.fail(e);
        }
    }

    @Override
    public InvoiceReprint reprint(Actor actor, RunNumber number, Progress progress, OutputStream out) {
        actor.require(Role.BILL);
        InvoiceRun run = log.run(actor, number);
        requireDocument(run);
        RunDigests first =
                runs.digests(number).orElseThrow(() -> new CannotReprintException(number, Problem.NOT_RECORDED));
        DocumentSlots.Slot slot = slots.take(actor);
        try {
            Settings current = settings.current();
            return new Reprint(run, first, current, runs, accounts, students, renderer).write(progress, out);
        } catch (RuntimeException e) {
            throw ReaderWork.isStopped() ? new RunCancelledException(number, e) : e;
        } finally {
            slot.close();
        }
    }

    private static void requireDocument(InvoiceRun run) {
        if (run.channel() == Channel.EMAIL) {
            throw new CannotReprintException(run.number(), Problem.EMAIL);
        }
        if (run.state().isUnderWay()) {
            throw new CannotReprintException(run.number(), Problem.UNDER_WAY);
        }
        if (!run.hasDocument()) {
            throw new CannotReprintException(run.number(), Problem.NO_DOCUMENT);
        }
    }
}
