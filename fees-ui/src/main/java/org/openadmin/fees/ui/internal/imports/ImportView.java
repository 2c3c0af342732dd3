package org.openadmin.fees.ui.internal.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.imports.ImportFile;
import org.openadmin.fees.api.imports.ImportKind;
import org.openadmin.fees.api.imports.ImportPreview;
import org.openadmin.fees.api.imports.ImportRequest;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UndoImportRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.BackgroundTask;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.OnceDialog;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.UnclaimedLine;
import org.openadmin.fees.ui.internal.printing.ReceiptLink;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of the bank, or of payments: its preview by outcome, its import, and the imports before it with their undo. The rest of the path is {@code
 * unclaimed} for the money that nobody has claimed yet.
 */
@org.osgi.service.component.annotations.Component(service = Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.IMPORT,
        title = "Import",
        title_fr = "Importation",
        icon = "vaadin:upload-alt",
        order = 248,
        roles = {PortalPage.CASHIER, PortalPage.ADMIN})
public final class ImportView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportView.class);
    private static final String UNCLAIMED = "unclaimed";

    private final transient UserContext context;
    private final transient Imports imports;
    private final transient Claims claims;
    private final transient FeeReports reports;
    private final transient Statements statements;
    private final transient Executor background;
    private final Banner notice = new Banner("import-notice");
    private final BackgroundTask working = new BackgroundTask("import-working");
    private final Div place = Styles.css("fees-stack", new Div());
    private String title;

    @Activate
    public ImportView(
            @Reference Imports imports,
            @Reference Claims claims,
            @Reference FeeReports reports,
            @Reference Statements statements,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.imports = imports;
        this.claims = claims;
        this.reports = reports;
        this.statements = statements;
        this.background = background;
        context = UserContext.now(clock);
        title = context.text("import.title");
        setId("import");
        place.setWidthFull();
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        String part = rest == null ? "" : rest.strip();
        boolean unclaimed = part.equals(UNCLAIMED);
        title = context.text(unclaimed ? "unclaimed.heading" : "import.title");
        removeAll();
        Styles.page(this, title, context.text(unclaimed ? "unclaimed.lead" : "import.lead"));
        notice.clear();
        add(notice);
        if (!context.may(Role.CASHIER)) {
            NoAccess.show(notice, context, Role.CASHIER);
            return;
        }
        add(working, place);
        if (unclaimed) {
            unclaimed();
            return;
        }
        start();
        if (!part.isEmpty()) {
            notice.showProblem(context.text("filter.address", part));
        }
    }

    /** The file, the sum of what is unclaimed, and the imports. */
    private void start() {
        place.removeAll();
        place.add(new FileDrop(context, this::chosen, notice::showProblem));
        try {
            place.add(new UnclaimedLine(context, claims.sum(context.actor())));
            place.add(Styles.heading(new H3(context.text("imports.heading"))));
            List<PostedImport> all = imports.list(context.actor());
            place.add(
                    all.isEmpty()
                            ? Styles.id("imports-none", Styles.emptyState(context.text("imports.none")))
                            : new ImportList(context, all, this::undo));
        } catch (FeesException e) {
            failed(e);
        }
    }

    /** Reads a file, which takes a while for a long one. */
    void chosen(ImportKind kind, String name, byte[] content) {
        notice.clear();
        Actor actor = context.actor();
        inBackground("import.reading", () -> {
            ImportPreview preview = imports.preview(actor, new ImportFile(kind, name, content));
            return () -> show(preview);
        });
    }

    private void show(ImportPreview preview) {
        place.removeAll();
        PreviewPanel[] panel = new PreviewPanel[1];
        panel[0] = new PreviewPanel(context, preview, request -> post(panel[0], request), this::start);
        place.add(panel[0]);
    }

    private void post(PreviewPanel panel, ImportRequest request) {
        notice.clear();
        inBackground("import.posting", () -> {
            try {
                PostedImport posted = imports.post(request);
                List<ReceiptNumber> receipts = imports.receipts(request.actor(), posted.number());
                return () -> posted(posted, receipts);
            } catch (RuntimeException e) {
                return () -> failed(panel.failed(request, e));
            }
        });
    }

    private interface Work {
        /** @return shows the result on the page */
        Runnable run();
    }

    private void inBackground(String what, Work work) {
        working.start(context.text(what));
        UI ui = UI.getCurrent();
        background.execute(() -> {
            Runnable outcome = outcome(work);
            BackgroundTask.tell(ui, () -> {
                working.end();
                outcome.run();
            });
        });
    }

    private Runnable outcome(Work work) {
        try {
            return work.run();
        } catch (RuntimeException e) {
            return () -> failed(e);
        }
    }

    private void posted(PostedImport posted, List<ReceiptNumber> receipts) {
        start();
        List<Component> next = new ArrayList<>();
        if (!receipts.isEmpty()) {
            next.add(new PdfLink(
                            context,
                            "print-receipts",
                            context.document(context.text("import.print", receipts.size()), reports.language()),
                            context.text("import.print.file", posted.number().toString()),
                            out -> reports.receipts(context.actor(), receipts, FeeReports.Print.ORIGINAL, out),
                            this::failed)
                    .printingHere());
        }
        notice.showSuccess(
                context.text(
                        "import.posted",
                        posted.number().toString(),
                        posted.lines(),
                        context.format(posted.total()),
                        posted.receipts(),
                        posted.unclaimed()),
                next.toArray(Component[]::new));
        notice.focus();
    }

    private void undo(PostedImport posted) {
        new OnceDialog<>(
                        context,
                        "undo-import",
                        context.text("imports.undo.title", posted.number().toString()),
                        context.text(
                                "imports.undo.sentence",
                                posted.file(),
                                posted.receipts(),
                                posted.unclaimed(),
                                context.format(posted.total())),
                        Optional.of(context.text("imports.undo.reason")),
                        (key, reason) ->
                                imports.undo(new UndoImportRequest(key, context.actor(), posted.number(), reason)),
                        undone -> {
                            start();
                            notice.showSuccess(context.text(
                                    "imports.undo.done", undone.number().toString(), undone.receipts()));
                            notice.focus();
                        })
                .open();
    }

    private void unclaimed() {
        place.removeAll();
        try {
            place.add(new UnclaimedPanel(context, claims, statements, this::claimed));
        } catch (FeesException e) {
            failed(e);
        }
        place.add(Styles.foot(
                Styles.id("import-back", new Anchor(Routes.IMPORT, context.text("unclaimed.back-to-import")))));
    }

    private void claimed(String what, Optional<Receipt> receipt) {
        unclaimed();
        notice.showSuccess(
                what,
                receipt.stream()
                        .map(each -> ReceiptLink.original(context, reports, each.number(), this::failed))
                        .toArray(Component[]::new));
        notice.focus();
    }

    private void failed(RuntimeException failure) {
        LOG.info("A file was not imported, or something on the page of imports was refused", failure);
        notice.showProblem(context.errors().of(failure));
        notice.focus();
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
