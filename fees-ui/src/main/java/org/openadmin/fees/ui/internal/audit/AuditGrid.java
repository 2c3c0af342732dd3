package org.openadmin.fees.ui.internal.audit;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.spi.messages.AuditLabels;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.NarrowColumn;
import org.openadmin.fees.ui.internal.components.Styles;

/** The lines of the audit log; only those in view are loaded. */
final class AuditGrid extends Grid<AuditEntry> {

    private static final int PAGE = 100;

    /** Loads one page of lines. */
    interface Lines {
        List<AuditEntry> page(int offset, int limit);
    }

    private final transient UserContext context;
    private final transient AuditLabels labels;

    AuditGrid(UserContext context, Lines lines, IntSupplier count) {
        this.context = context;
        labels = new AuditLabels(context.locale());
        setId("audit-grid");
        setAriaLabel(context.text("audit.title"));
        addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_ROW_STRIPES);
        setSelectionMode(SelectionMode.NONE);
        setPageSize(PAGE);
        setSizeFull();
        Styles.css("fees-journal-grid", this);
        addColumns();
        setItems(
                (CallbackDataProvider.FetchCallback<AuditEntry, Void>)
                        query -> lines.page(query.getOffset(), query.getLimit()).stream(),
                query -> {
                    // the count is already known, but Vaadin requires each query to be read
                    query.getFilter();
                    return count.getAsInt();
                });
    }

    private void addColumns() {
        NarrowColumn.shrinkThenHide(
                addColumn(wrapped("time", each -> context.format(each.at())))
                        .setKey("time")
                        .setHeader(context.text("audit.column.time"))
                        .setWidth("7rem")
                        .setFlexGrow(1),
                NarrowColumn.PHONE,
                "5.5rem",
                NarrowColumn.ENLARGED);
        NarrowColumn.shrink(
                addColumn(wrapped("user", AuditEntry::user))
                        .setKey("user")
                        .setHeader(context.text("audit.user"))
                        .setTooltipGenerator(AuditEntry::user)
                        .setWidth("6.5rem")
                        .setFlexGrow(1),
                NarrowColumn.PHONE,
                "4.5rem");
        NarrowColumn.shrink(
                addColumn(what())
                        .setKey("what")
                        .setHeader(context.text("audit.operation"))
                        .setTooltipGenerator(this::key)
                        .setWidth("9rem")
                        .setFlexGrow(3),
                NarrowColumn.PHONE,
                "6rem");
        NarrowColumn.shrink(
                addColumn(outcome())
                        .setKey("outcome")
                        .setHeader(context.text("audit.outcome"))
                        .setWidth("8rem")
                        .setFlexGrow(2),
                NarrowColumn.PHONE,
                "6rem");
    }

    private static Renderer<AuditEntry> wrapped(String name, ValueProvider<AuditEntry, String> text) {
        return LitRenderer.<AuditEntry>of("<div class=\"fees-wrap-cell\"><bdi>${item." + name + "}</bdi></div>")
                .withProperty(name, text);
    }

    /** The operation, with links to what it was about and what it created. */
    private Renderer<AuditEntry> what() {
        return LitRenderer.<AuditEntry>of(
                        "<div class=\"fees-wrap-cell\">${item.operation}" + link("subject") + link("result") + "</div>")
                .withProperty("operation", each -> labels.of(each.operation()))
                .withProperty("subject", each -> each.subject().map(labels::of).orElse(""))
                .withProperty(
                        "subjectHref",
                        each -> each.subject().flatMap(AuditGrid::place).orElse(""))
                .withProperty("result", each -> each.result().map(labels::of).orElse(""))
                .withProperty(
                        "resultHref",
                        each -> each.result().flatMap(AuditGrid::place).orElse(""));
    }

    private static String link(String name) {
        return "${item.%1$sHref ? html` <a href=\"${item.%1$sHref}\">${item.%1$s}</a>` : html` <span>${item.%1$s}</span>`}"
                .formatted(name);
    }

    private Renderer<AuditEntry> outcome() {
        return LitRenderer.<AuditEntry>of(
                        "<div class=\"fees-wrap-cell\"><span class=\"${item.look}\">${item.outcome}</span>"
                                + " ${item.reason}</div>")
                .withProperty("outcome", each -> labels.of(each.outcome()))
                .withProperty("look", each -> badge(each).classNames())
                .withProperty("reason", each -> labels.reason(each.reason()));
    }

    private static Styles.Badge badge(AuditEntry each) {
        return each.outcome() == AuditOutcome.DONE ? Styles.Badge.SUCCESS : Styles.Badge.ERROR;
    }

    private String key(AuditEntry each) {
        String line = String.valueOf(each.number());
        return each.key()
                .map(RequestKey::toString)
                .map(key -> context.text("audit.line.key", line, key))
                .orElseGet(() -> context.text("audit.line", line));
    }

    /** The page that shows it; a charge or a note has none of its own, nor has a number that is none of this module. */
    private static Optional<String> place(AuditSubject subject) {
        if (subject.number() < 1 || subject.number() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        int number = (int) subject.number();
        return switch (subject.kind()) {
            case STUDENT -> Optional.of(Routes.account(new StudentNumber(number)));
            case PAYER -> Optional.of(Routes.account(new PayerNumber(number)));
            case RECEIPT -> Optional.of(Routes.receipt(new ReceiptNumber(number)));
            case ASSESSMENT -> Optional.of(Routes.journal(new BatchNumber(number)));
            case RUN -> Optional.of(Routes.invoiceRun(new RunNumber(number)));
            case FEE -> Optional.of(Routes.PREDEFINED);
            case CLOSING, POSTING -> Optional.of(Routes.EXPORT);
            case COUNT, DEPOSIT -> Optional.of(Routes.TILL);
            case COVER, COVER_RUN -> Optional.of(Routes.PAYERS);
            case CHARGE, NOTE, IMPORT, LINE -> Optional.empty();
        };
    }

    /** Shows another query from its first line. */
    void restart() {
        getDataProvider().refreshAll();
        scrollToStart();
    }
}
