package org.openadmin.fees.ui.internal.journal;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.JournalQueryString;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All charges, payments and corrections ever recorded, row by row. The rest of the path selects the rows:
 * {@link JournalQueryString}.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.JOURNAL,
        title = "Journal",
        title_fr = "Journal",
        icon = "vaadin:book",
        order = 270,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class JournalView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(JournalView.class);

    private final transient UserContext context;
    private final transient Journal journal;
    private final transient FeeExports exports;
    private final transient CorrectionActions correcting;
    private final Banner notice = new Banner("journal-notice");
    private final JournalFilters filters;
    private final JournalTotalsBar figures;
    private final JournalGrid grid;
    private final Button all;
    private final Button undo;
    // read by downloads, on threads of their own
    private transient volatile JournalQuery shown = JournalQuery.everything();

    @Activate
    public JournalView(
            @Reference Journal journal,
            @Reference Students students,
            @Reference FeesSettings settings,
            @Reference FeeExports exports,
            @Reference Corrections corrections,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.journal = journal;
        this.exports = exports;
        context = UserContext.now(clock, settings);
        setId("journal");
        Styles.page(this, context.text("journal.title"), context.text("journal.lead"));
        setSizeFull();
        filters = new JournalFilters(context, students, this::filtered);
        figures = new JournalTotalsBar(context, journal, background, this::counted, this::failed);
        String currency = settings.current().currency().getCurrencyCode();
        grid = new JournalGrid(context, currency, this::page, this::sorted);
        all = Styles.id(
                "journal-all", new Button(context.text("journal.show-all"), e -> go(JournalQuery.everything())));
        correcting = new CorrectionActions(context, corrections, notice, () -> show(shown));
        undo = Styles.id("journal-undo", new Button(context.text("journal.undo"), e -> shown.batch()
                .ifPresent(correcting::undo)));
        if (!context.may(Role.VIEW)) {
            NoAccess.show(notice, context, Role.VIEW);
            add(notice);
            return;
        }
        add(notice, filters, bar(), grid);
        setFlexGrow(1, grid);
        PageKeys.on(this, context, filters.first(), "arrows-cells", "enter-row");
    }

    private Div bar() {
        all.setIcon(VaadinIcon.CLOSE_SMALL.create());
        ListLinks csv = new ListLinks(
                context,
                "journal-csv",
                context.text("action.csv"),
                context.text("journal.file", context.today().toString()),
                exports.language(),
                (format, out) -> exports.journal(context.actor(), shown, format, out),
                this::failed);
        return Styles.bar(figures, undo, all, csv);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.VIEW)) {
            return;
        }
        JournalQueryString address = JournalQueryString.read(rest);
        show(address.query());
        if (!address.ignored().isEmpty()) {
            notice.showProblem(context.text("filter.address", String.join(", ", address.ignored())));
        }
    }

    private void filtered() {
        filters.read(shown).ifPresent(this::go);
    }

    /** A third click on a heading removes the order and restores the usual one, newest first. */
    private void sorted(GridSortOrder<JournalEntry> order) {
        Order by = order == null
                ? Order.DATE
                : Order.valueOf(order.getSorted()
                        .getSortOrder(order.getDirection())
                        .findFirst()
                        .orElseThrow()
                        .getSorted());
        go(shown.orderedBy(by, order != null && order.getDirection() == SortDirection.ASCENDING));
    }

    /** Shows another query, as a step in the browser's history. */
    private void go(JournalQuery query) {
        if (query.equals(shown)) {
            return;
        }
        UI.getCurrent().getPage().getHistory().pushState(null, JournalQueryString.of(query));
        show(query);
    }

    private void show(JournalQuery query) {
        notice.clear();
        shown = query;
        filters.show(query);
        grid.showOrder(query);
        grid.setEmptyStateComponent(new Div());
        undo.setVisible(query.batch().filter(correcting::mayUndo).isPresent());
        all.setVisible(!query.equals(JournalQuery.everything()));
        grid.restart();
        figures.recalculate(query);
    }

    private void counted(JournalTotals totals) {
        grid.counted(totals.count());
        boolean everything = shown.equals(JournalQuery.everything().orderedBy(shown.order(), shown.ascending()));
        grid.setEmptyStateComponent(Styles.id(
                "journal-empty", Styles.emptyState(context.text(everything ? "journal.empty" : "journal.none"))));
    }

    private List<JournalEntry> page(int offset, int limit) {
        try {
            return journal.entries(context.actor(), shown, new Page(offset, limit));
        } catch (FeesException e) {
            failed(e);
            return List.of();
        }
    }

    private void failed(RuntimeException failure) {
        LOG.info("The journal could not be shown", failure);
        notice.showProblem(context.errors().of(failure));
    }

    @Override
    public String getPageTitle() {
        return context.text("journal.title");
    }
}
