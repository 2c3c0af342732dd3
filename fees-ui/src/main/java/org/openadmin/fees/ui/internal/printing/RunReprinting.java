package org.openadmin.fees.ui.internal.printing;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.server.Command;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoicePrinter;
import org.openadmin.fees.api.invoicing.InvoiceReprint;
import org.openadmin.fees.api.invoicing.InvoiceReprint.Reason;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.i18n.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the document of an earlier print run again, on another thread and with its progress, and says whether its pages are the same
 * as then. Hidden for runs without a document.
 */
public final class RunReprinting extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(RunReprinting.class);

    private final UserContext context;
    private final InvoicePrinter printer;
    private final Executor background;
    private final Button open;
    private final BackgroundTask working = new BackgroundTask("run-reprint-progress");
    private final Banner notice = new Banner("run-reprint-notice");
    private final VerticalLayout result = new VerticalLayout();
    private final transient TempPdf kept = new TempPdf();
    private InvoiceRun run;

    public RunReprinting(UserContext context, InvoicePrinter printer, Executor background) {
        this.context = context;
        this.printer = printer;
        this.background = background;
        open = Styles.id("run-reprint", new Button(context.text("run.reprint"), e -> start()));
        open.setDisableOnClick(true);
        result.setPadding(false);
        Styles.stack(this);
        add(open, working, notice, result);
        result.setVisible(false);
    }

    /** Shows the button if the run has a document. */
    public void show(InvoiceRun now) {
        run = now;
        setVisible(run.hasDocument());
    }

    private void start() {
        clear();
        UI ui = UI.getCurrent();
        Progress progress = working.start(
                context, ui, context.text("run.reprint.working", run.number().toString()), "invoices.progress", false);
        background.execute(() -> BackgroundTask.tell(ui, working.run(() -> print(progress))));
    }

    /** Returns what to show. */
    private Command print(Progress progress) {
        try {
            InvoiceReprint reprint = kept.write(out -> printer.reprint(context.actor(), run.number(), progress, out));
            return () -> made(reprint);
        } catch (RuntimeException e) {
            return () -> failed(e);
        }
    }

    private void clear() {
        notice.clear();
        result.removeAll();
        result.setVisible(false);
        kept.forget();
    }

    private void made(InvoiceReprint reprint) {
        ended();
        notice.showSuccess(sentence(reprint));
        PdfLink link = new PdfLink(
                context,
                "open-run",
                context.document(context.text("invoices.open"), printer.language()),
                context.text("invoices.file", run.date().toString()),
                kept::copyTo,
                failure -> notice.showProblem(context.errors().of(failure)));
        result.add(link);
        result.setVisible(true);
        link.focus();
    }

    private void failed(RuntimeException failure) {
        LOG.info("The document of run {} was not opened", run.number(), failure);
        ended();
        if (failure instanceof RunCancelledException || working.isStopped()) {
            notice.showSuccess(context.errors().of(failure));
        } else {
            notice.showProblem(context.errors().of(failure));
        }
    }

    private void ended() {
        working.end();
        open.setEnabled(true);
    }

    private String sentence(InvoiceReprint reprint) {
        String first = context.format(run.startedAt());
        return reprint.isSame()
                ? context.text("run.reprint.same", first)
                : context.text(
                        "run.reprint.changed",
                        first,
                        reprint.reasons().stream().map(this::words).collect(Collectors.joining("; ")));
    }

    private String words(Reason reason) {
        String change = context.format(reason.change());
        if (reason.students().isEmpty()) {
            return change;
        }
        String names = reason.students().stream()
                .map(StudentSnapshot::spokenName)
                .map(Messages::isolated)
                .collect(Collectors.joining(", "));
        return context.text(
                "run.reprint.students",
                change,
                reason.more() == 0 ? names : context.text("run.reprint.more", names, reason.more()));
    }

    /** Deletes the file when the page is left. */
    @Override
    protected void onDetach(DetachEvent event) {
        kept.forget();
    }
}
