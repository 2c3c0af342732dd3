package org.openadmin.fees.ui.internal.monthexport;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.io.OutputStream;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Locale;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.ListFormat;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.journal.MonthSummaries;
import org.openadmin.fees.api.journal.MonthSummary;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.Postings;
import org.openadmin.fees.spi.AccountCodes;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.MonthField;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/** A month for the accountant: the summary as a preview and as files. The rest of the path is the month, such as 2026-09. */
@org.osgi.service.component.annotations.Component(service = Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.EXPORT,
        title = "Monthly export",
        title_fr = "Export mensuel",
        icon = "vaadin:download-alt",
        order = 280,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class MonthExportView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient UserContext context;
    private final transient MonthSummaries summaries;
    private final transient Closings closings;
    private final transient Postings postings;
    private final transient PostingFiles books;
    private final transient BinderFiles binders;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("export-notice");
    private final MonthField month;
    private final Anchor before = Styles.id("month-before", new Anchor());
    private final Anchor after = Styles.id("month-after", new Anchor());
    private final VerticalLayout place = new VerticalLayout();
    private YearMonth shown;

    @Activate
    public MonthExportView(
            @Reference MonthSummaries summaries,
            @Reference Closings closings,
            @Reference Postings postings,
            @Reference PostingFiles books,
            @Reference BinderFiles binders,
            @Reference FeeReports reports,
            @Reference FeeExports exports,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.summaries = summaries;
        this.closings = closings;
        this.postings = postings;
        this.books = books;
        this.binders = binders;
        this.reports = reports;
        this.exports = exports;
        this.settings = settings;
        context = UserContext.now(clock, settings);
        setId("month-export");
        Styles.page(this, context.text("export.title"), context.text("export.lead"));
        setSizeFull();
        month = Styles.id("month", new MonthField(context, context.text("export.month")));
        shown = MonthSummary.proposed(context.today());
        if (!context.may(Role.VIEW)) {
            NoAccess.show(notice, context, Role.VIEW);
            add(notice);
            return;
        }
        setUp();
        Styles.css("fees-parts", place);
        add(notice, Styles.row(month, before, after), place);
        PageKeys.on(this, context, month, "months");
    }

    private void setUp() {
        month.setAutofocus(true);
        month.setHelperText(context.text("export.month.help"));
        month.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                month.read().ifPresentOrElse(this::turnTo, this::forget);
            }
        });
        month.addKeyDownListener(Key.ARROW_UP, e -> turnTo(shown.plusMonths(1)));
        month.addKeyDownListener(Key.ARROW_DOWN, e -> turnTo(shown.minusMonths(1)));
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String wanted) {
        if (!context.may(Role.VIEW)) {
            return;
        }
        if (wanted == null || wanted.isBlank()) {
            show(MonthSummary.proposed(context.today()));
            return;
        }
        month.take(wanted).ifPresentOrElse(this::show, this::forget);
    }

    /** Shows another month, as a step in the browser's history. */
    private void turnTo(YearMonth wanted) {
        if (month.take(wanted.toString()).isPresent()) {
            UI.getCurrent().getPage().getHistory().pushState(null, Routes.export(wanted));
            show(wanted);
        }
    }

    private void show(YearMonth wanted) {
        shown = wanted;
        month.show(wanted);
        turn(before, wanted.minusMonths(1), "export.before");
        turn(after, wanted.plusMonths(1), "export.after");
        forget();
        try {
            place.add(
                    heading(),
                    new ClosingBar(context, closings, wanted, this::changed),
                    new PostingBar(context, postings, books, wanted, this::changed, this::failed),
                    new BinderBar(context, binders, wanted));
            MonthSummary summary = summaries.of(context.actor(), wanted);
            if (summary.count() == 0) {
                place.add(Styles.id(
                        "month-empty", Styles.emptyState(context.text("export.empty", context.format(wanted)))));
            } else {
                preview(summary);
            }
        } catch (FeesException e) {
            place.removeAll();
            notice.showProblem(context.errors().of(e));
        }
    }

    /** Shows the month again once it was closed, reopened or posted. */
    private void changed(String sentence) {
        show(shown);
        notice.showSuccess(sentence);
    }

    private void failed(RuntimeException failure) {
        notice.showProblem(context.errors().of(failure));
    }

    private void turn(Anchor link, YearMonth to, String text) {
        link.setHref(Routes.export(to));
        link.setText(context.text(text, context.format(to)));
    }

    private void forget() {
        notice.clear();
        place.removeAll();
    }

    private Component heading() {
        H3 heading = Styles.heading(Styles.id("month-heading", new H3(capital(context.format(shown)))));
        Div row = Styles.row(heading);
        if (shown.equals(YearMonth.from(context.today()))) {
            row.add(Styles.id("month-running", Styles.secondaryText(new Span(context.text("export.running")))));
        }
        return row;
    }

    /** French month names are lower case, except at the beginning of a heading. */
    private static String capital(String text) {
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }

    private void preview(MonthSummary summary) {
        MonthGrid grid = new MonthGrid(context, summary);
        place.add(new MonthFigures(context, summary));
        accountsHint(summary);
        Div foot = Styles.foot(
                file("save-summary", "export.summary", "export.file", exports::summary)
                        .primary(),
                file("save-transactions", "export.transactions", "export.file.transactions", exports::transactions),
                Styles.secondary(print()));
        place.add(grid, foot);
        place.setFlexGrow(1, grid);
    }

    /** Shows users who can configure account codes that some are missing. */
    private void accountsHint(MonthSummary summary) {
        if (!context.may(Role.ADMIN)) {
            return;
        }
        int without = (int) summary.lines().stream()
                .filter(line -> line.account().isBlank())
                .count();
        boolean none = settings.current().accounts().equals(AccountCodes.none());
        if (none || without > 0) {
            String sentence = none ? context.text("export.no-accounts") : context.text("export.some-accounts", without);
            place.add(Styles.id("month-accounts", Styles.secondaryText(new Span(sentence))));
        }
    }

    /** Writes one list of the month. */
    private interface Export {
        void write(Actor reader, YearMonth month, ListFormat format, OutputStream out);
    }

    private PdfLink print() {
        YearMonth of = shown;
        return new PdfLink(
                context,
                "print-summary",
                context.document(context.text("export.print"), reports.language()),
                context.text("export.file.pdf", of.toString()),
                out -> reports.summary(context.actor(), of, out),
                failure -> notice.showProblem(context.errors().of(failure)));
    }

    private ListLinks file(String id, String text, String fileName, Export export) {
        YearMonth of = shown;
        return new ListLinks(
                context,
                id,
                context.text(text),
                context.text(fileName, of.toString()),
                exports.language(),
                (format, out) -> export.write(context.actor(), of, format, out),
                failure -> notice.showProblem(context.errors().of(failure)));
    }

    @Override
    public String getPageTitle() {
        return context.text("export.title");
    }
}
