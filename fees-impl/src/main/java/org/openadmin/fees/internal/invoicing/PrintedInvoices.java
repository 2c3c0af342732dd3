package org.openadmin.fees.internal.invoicing;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.spi.DocumentSlots;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Invoices on paper: selects the students, keeps the log and passes the invoices to the renderer. */
@Component
public final class PrintedInvoices implements InvoicePrinter {

    private final InvoiceSelection selection;
    private final InvoiceRunRecorder runs;
    private final InvoiceRenderer renderer;
    private final FeesSettings settings;
    private final DocumentSlots slots;

    @Activate
    public PrintedInvoices(
            @Reference FeeAccounts accounts,
            @Reference Students students,
            @Reference InvoiceRenderer renderer,
            @Reference InvoiceRunRecorder runs,
            @Reference FeesSettings settings,
            @Reference DocumentSlots slots) {
        this.selection = new InvoiceSelection(accounts, students, settings);
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
        request.actor().require(Role.BILL);
        DocumentSlots.Slot slot = slots.take(request.actor());
        try {
            return run(request, progress, out);
        } finally {
            slot.close();
        }
    }

    private InvoiceRun run(InvoiceRequest request, Progress progress, OutputStream out) {
        Settings current = settings.current();
        List<Candidate> candidates = selection.candidates(request);
        PrintRun run = new PrintRun(
                runs.start(request, Channel.PRINT), request, runs, renderer, Money.zero(current.currency()));
        try (InvoiceDocument document = renderer.begin(request.date(), current)) {
            run.draw(candidates, selection, progress, document);
            if (run.isEmpty()) {
                throw new NothingToInvoiceException(run.end(State.DONE, 0));
            }
            int pages = document.complete();
            document.writeTo(out);
            return run.end(State.DONE, pages);
        } catch (NothingToInvoiceException e) {
            throw e;
        } catch (RunCancelledException e) {
            run.end(State.CANCELLED, 0);
            throw e;
        } catch (RuntimeException e) {
            run.fail(e);
            throw e;
        }
    }
}
