package org.openadmin.fees.ui.internal.printing;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.server.Command;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes invoices on another thread, shows the progress, and offers the finished file. */
public final class InvoicePrinting extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePrinting.class);

    private final UserContext context;
    private final InvoicePrinter printer;
    private final Executor background;
    private final Consumer<Optional<InvoiceRun>> ended;
    private final Banner notice = new Banner("invoices-notice");
    private final BackgroundTask working = new BackgroundTask("invoices-progress");
    private final VerticalLayout result = new VerticalLayout();
    private final transient TempPdf kept = new TempPdf();

    /** @param ended runs on the page when a run has ended; receives its log if there is one */
    public InvoicePrinting(
            UserContext context, InvoicePrinter printer, Executor background, Consumer<Optional<InvoiceRun>> ended) {
        this.context = context;
        this.printer = printer;
        this.background = background;
        this.ended = ended;
        result.setId("invoices-result");
        result.setPadding(false);
        Styles.stack(this);
        add(working, notice, result);
    }

    public boolean isWorking() {
        return working.isVisible();
    }

    /** Whether there is a finished file. */
    public boolean isMade() {
        return result.getComponentCount() > 0;
    }

    /** Discards the last run. */
    public void clear() {
        notice.clear();
        result.removeAll();
        kept.forget();
    }

    public void start(InvoiceRequest request) {
        clear();
        UI ui = UI.getCurrent();
        Progress progress = working.start(
                context,
                ui,
                context.text(request.isOfReminders() ? "reminders.working" : "invoices.working"),
                "invoices.progress",
                false);
        background.execute(() -> BackgroundTask.tell(ui, working.run(() -> print(request, progress))));
    }

    /** Returns what to show. */
    private Command print(InvoiceRequest request, Progress progress) {
        try {
            InvoiceRun run = kept.write(out -> printer.print(request, progress, out));
            return () -> made(request, run);
        } catch (RuntimeException e) {
            return () -> failed(e);
        }
    }

    private void failed(RuntimeException failure) {
        LOG.info("No invoices were made", failure);
        working.end();
        if (failure instanceof RunCancelledException || working.isStopped()) {
            notice.showSuccess(context.errors().of(failure));
        } else {
            notice.showProblem(context.errors().of(failure));
        }
        ended.accept(
                failure instanceof NothingToInvoiceException nothing ? Optional.of(nothing.run()) : Optional.empty());
    }

    private void made(InvoiceRequest request, InvoiceRun run) {
        working.end();
        notice.showSuccess(context.text(
                request.isOfReminders() ? "reminders.made" : "invoices.made",
                run.invoices(),
                run.pages(),
                context.format(run.due()),
                run.due().currency().getCurrencyCode()));
        PdfLink open = new PdfLink(
                context,
                "open-invoices",
                context.document(
                        context.text(request.isOfReminders() ? "reminders.open" : "invoices.open"), printer.language()),
                context.text(
                        request.isOfReminders() ? "reminders.file" : "invoices.file",
                        request.date().toString()),
                kept::copyTo,
                failure -> notice.showProblem(context.errors().of(failure)));
        result.removeAll();
        result.add(open);
        String leftOut = new RunLabels(context).leftOut(run);
        if (!leftOut.isEmpty()) {
            result.add(Styles.id("invoices-none", new Span(leftOut)));
        }
        open.focus();
        ended.accept(Optional.of(run));
    }

    /** Deletes the file when the page is left. */
    @Override
    protected void onDetach(DetachEvent event) {
        kept.forget();
    }
}
