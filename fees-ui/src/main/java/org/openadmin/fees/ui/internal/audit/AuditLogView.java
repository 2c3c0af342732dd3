package org.openadmin.fees.ui.internal.audit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.List;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditLog;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.AuditQueryString;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who did what, and what was refused. The rest of the path selects the lines: {@link AuditQueryString}. */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.AUDIT,
        title = "Audit log",
        title_fr = "Journal d’audit",
        icon = "vaadin:eye",
        order = 290,
        roles = PortalPage.ADMIN)
public final class AuditLogView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLogView.class);

    private final transient UserContext context;
    private final transient AuditLog log;
    private final transient FeeExports exports;
    private final Banner notice = new Banner("audit-notice");
    private final Span count = Styles.id("audit-count", new Span());
    private final AuditFilters filters;
    private final AuditGrid grid;
    private final Button all;
    // read by downloads, on threads of their own
    private transient volatile AuditQuery shown = AuditQuery.everything();
    private int found;

    @Activate
    public AuditLogView(
            @Reference AuditLog log,
            @Reference FeeExports exports,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.log = log;
        this.exports = exports;
        context = UserContext.now(clock);
        setId("audit-log");
        Styles.page(this, context.text("audit.title"), context.text("audit.lead"));
        setSizeFull();
        filters = new AuditFilters(context, this::filtered);
        grid = new AuditGrid(context, this::page, () -> found);
        all = Styles.id("audit-all", new Button(context.text("audit.show-all"), e -> go(AuditQuery.everything())));
        if (!context.may(Role.ADMIN)) {
            NoAccess.show(notice, context, Role.ADMIN);
            add(notice);
            return;
        }
        add(notice, filters, bar(), grid);
        setFlexGrow(1, grid);
        PageKeys.on(this, context, filters.first(), "arrows-cells");
    }

    private Div bar() {
        all.setIcon(VaadinIcon.CLOSE_SMALL.create());
        count.getElement().setAttribute("role", "status");
        ListLinks csv = new ListLinks(
                context,
                "audit-csv",
                context.text("action.csv"),
                context.text("audit.file", context.today().toString()),
                exports.language(),
                (format, out) -> exports.audit(context.actor(), shown, format, out),
                this::failed);
        return Styles.bar(Styles.css(Styles.DIGITS, count), all, csv);
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.ADMIN)) {
            return;
        }
        AuditQueryString address = AuditQueryString.read(rest);
        show(address.query());
        if (!address.ignored().isEmpty()) {
            notice.showProblem(context.text("filter.address", String.join(", ", address.ignored())));
        }
    }

    private void filtered() {
        filters.read().ifPresent(this::go);
    }

    /** Shows another query, as a step in the browser's history. */
    private void go(AuditQuery query) {
        if (query.equals(shown)) {
            return;
        }
        UI.getCurrent().getPage().getHistory().pushState(null, AuditQueryString.of(query));
        show(query);
    }

    private void show(AuditQuery query) {
        notice.clear();
        shown = query;
        filters.show(query);
        boolean everything = query.equals(AuditQuery.everything());
        all.setVisible(!everything);
        grid.setEmptyStateComponent(
                Styles.id("audit-empty", Styles.emptyState(context.text(everything ? "audit.empty" : "audit.none"))));
        try {
            found = (int) Math.min(log.count(context.actor(), query), Integer.MAX_VALUE);
            count.setText(context.text("audit.found", found));
        } catch (FeesException e) {
            found = 0;
            count.setText("");
            failed(e);
        }
        grid.restart();
    }

    private List<AuditEntry> page(int offset, int limit) {
        try {
            return log.entries(context.actor(), shown, new Page(offset, limit));
        } catch (FeesException e) {
            failed(e);
            return List.of();
        }
    }

    private void failed(RuntimeException failure) {
        LOG.info("The audit log could not be shown", failure);
        notice.showProblem(context.errors().of(failure));
    }

    @Override
    public String getPageTitle() {
        return context.text("audit.title");
    }
}
