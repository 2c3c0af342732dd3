package org.openadmin.fees.ui.internal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeeReports;
import org.openadmin.fees.api.InvoiceRequest;
import org.openadmin.fees.api.InvoiceRun;
import org.openadmin.fees.api.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes invoices away from the page's lock, and shows the run: that it works, what it has made, who got none. */
final class InvoicePrinting extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(InvoicePrinting.class);

    private final Visit visit;
    private final FeeReports reports;
    private final Executor background;
    private final Runnable ended;
    private final Notice notice = new Notice("invoices-notice");
    private final Working working = new Working("invoices-progress");
    private final VerticalLayout result = new VerticalLayout();

    /** @param ended runs on the page when a run has ended, well or not */
    InvoicePrinting(Visit visit, FeeReports reports, Executor background, Runnable ended) {
        this.visit = visit;
        this.reports = reports;
        this.background = background;
        this.ended = ended;
        result.setId("invoices-result");
        result.setPadding(false);
        setPadding(false);
        setSpacing(false);
        getStyle().set("gap", "var(--lumo-space-s)");
        add(working, notice, result);
    }

    boolean isWorking() {
        return working.isVisible();
    }

    /** Forgets the last run. */
    void clear() {
        notice.clear();
        result.removeAll();
    }

    void start(InvoiceRequest request) {
        clear();
        working.start(visit.say("invoices.working"));
        UI ui = UI.getCurrent();
        background.execute(() -> {
            try {
                ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                InvoiceRun run = reports.invoices(request, Progress.UNWATCHED, pdf);
                ui.access(() -> made(request, run, pdf.toByteArray()));
            } catch (RuntimeException e) {
                ui.access(() -> failed(e));
            }
        });
    }

    private void failed(RuntimeException failure) {
        LOG.info("No invoices were made", failure);
        end();
        notice.problem(visit.sentences().of(failure));
    }

    private void end() {
        working.end();
        ended.run();
    }

    private void made(InvoiceRequest request, InvoiceRun run, byte[] pdf) {
        end();
        notice.done(visit.say(
                "invoices.made",
                run.invoices(),
                run.pages(),
                visit.show(run.due()),
                run.due().currency().getCurrencyCode()));
        PdfLink open = new PdfLink(
                visit,
                "open-invoices",
                visit.say("invoices.open"),
                visit.say("invoices.file", request.date().toString()),
                () -> pdf,
                this::failed);
        String log =
                visit.say("invoices.log", visit.show(run.charged()), visit.show(run.credit()), visit.show(run.due()));
        result.removeAll();
        result.add(open, Look.id("invoices-log", new Span(log)), withoutInvoice(run));
        open.focus();
    }

    private Component withoutInvoice(InvoiceRun run) {
        return Look.id("invoices-none", new Span(visit.say("invoices.none", run.leftOut())));
    }
}
