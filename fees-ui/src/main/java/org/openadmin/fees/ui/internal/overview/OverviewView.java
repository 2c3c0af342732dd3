package org.openadmin.fees.ui.internal.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.students.PayFromCredit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The start page: the office's work step by step, and the current figures. The rest of the path is a list of students who owe,
 * such as over-90.
 */
@org.osgi.service.component.annotations.Component(service = Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.OVERVIEW,
        title = "Overview",
        title_fr = "Aperçu",
        icon = "vaadin:dashboard",
        order = 200,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class OverviewView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient UserContext context;
    private final transient FeesOverview overview;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient Cashier cashier;
    private final transient FeeAccounts accounts;
    private final transient Deposits deposits;
    private final Banner notice = new Banner("overview-notice");
    private String title;

    @Activate
    public OverviewView(
            @Reference FeesOverview overview,
            @Reference FeeReports reports,
            @Reference FeeExports exports,
            @Reference Cashier cashier,
            @Reference FeeAccounts accounts,
            @Reference Deposits deposits,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.overview = overview;
        this.reports = reports;
        this.exports = exports;
        this.cashier = cashier;
        this.accounts = accounts;
        this.deposits = deposits;
        context = UserContext.now(clock);
        title = context.text("overview.title");
        setId("overview");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String wanted) {
        notice.clear();
        if (!context.may(Role.VIEW)) {
            page(context.text("overview.title"), context.text("overview.lead"));
            NoAccess.show(notice, context, Role.VIEW);
        } else if (wanted == null || wanted.isBlank()) {
            glance();
        } else {
            AgingBucket.find(wanted).ifPresentOrElse(this::list, () -> {
                glance();
                notice.showProblem(context.text("overview.unknown", wanted));
            });
        }
    }

    private void page(String heading, String lead) {
        title = heading;
        removeAll();
        setHeight(null);
        setWidthFull();
        Styles.page(this, heading, lead);
        add(notice);
    }

    private void glance() {
        page(context.text("overview.title"), context.text("overview.lead"));
        add(new WorkflowCards(context));
        try {
            add(new OverviewFigures(context, overview.figures(context.actor(), context.today())));
            undeposited(deposits.undeposited(context.actor()));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
        }
    }

    /** The cash and cheques that are not in a deposit, and for how long. */
    private void undeposited(Undeposited money) {
        if (money.isNothing()) {
            return;
        }
        Paragraph line = Styles.id("undeposited", new Paragraph());
        if (money.receipts() > 0 || !money.sum().isZero()) {
            line.add(new Span(context.text("overview.undeposited", money.receipts(), context.format(money.sum()))));
        }
        money.oldest()
                .ifPresent(day -> line.add(new Span(" "
                        + context.text(
                                "overview.undeposited.oldest", money.days(context.today()), context.format(day)))));
        if (money.toTakeBack() > 0) {
            line.add(new Span(" " + context.text("overview.undeposited.returned", money.toTakeBack())));
        }
        if (context.may(Role.CASHIER)) {
            line.add(new Span(" "), new Anchor(Routes.TILL, context.text("overview.undeposited.till")));
        }
        add(line);
    }

    private void list(AgingBucket which) {
        list(which, "");
    }

    private void list(AgingBucket which, String filter) {
        page(context.text("overview.receivables." + which.keyword()), context.text("overview.receivables.lead"));
        LocalDate today = context.today();
        try {
            Receivables all = overview.receivables(context.actor(), today);
            if (all.owing().isEmpty()) {
                add(Styles.id(
                        "receivables-empty", Styles.emptyState(context.text("overview.receivables.none"), back())));
                add(ReceivablesList.ledger(context, all));
                return;
            }
            setSizeFull();
            AtomicReference<ReceivablesList> shown = new AtomicReference<>();
            PayFromCredit.Counter counter = new PayFromCredit.Counter(
                    cashier, reports, notice, () -> refresh(which, shown.get().filter()));
            ReceivablesList list = new ReceivablesList(context, which, all, each -> fromCredit(counter, each));
            shown.set(list);
            list.filter(filter);
            PdfLink print = new PdfLink(
                    context,
                    "print-receivables",
                    context.document(context.text("overview.print"), reports.language()),
                    context.text("overview.file.pdf", today.toString()),
                    out -> {
                        Optional<Set<StudentNumber>> selection = list.selection();
                        if (selection.isPresent()) {
                            reports.receivables(context.actor(), today, selection.get(), out);
                        } else {
                            reports.receivables(context.actor(), today, out);
                        }
                    },
                    failure -> notice.showProblem(context.errors().of(failure)));
            ListLinks save = new ListLinks(
                    context,
                    "save-receivables",
                    context.text("overview.save"),
                    context.text("overview.file", today.toString()),
                    exports.language(),
                    (format, out) -> {
                        Optional<Set<StudentNumber>> selection = list.selection();
                        if (selection.isPresent()) {
                            exports.receivables(context.actor(), today, selection.get(), format, out);
                        } else {
                            exports.receivables(context.actor(), today, format, out);
                        }
                    },
                    failure -> notice.showProblem(context.errors().of(failure)));
            add(list, Styles.foot(Styles.secondary(print), save, back()));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
            add(back());
        }
    }

    /** After a payment from credit; the second click of a double click must not reach what has moved under the pointer. */
    private void refresh(AgingBucket which, String filter) {
        list(which, filter);
        getChildren().filter(ReceivablesList.class::isInstance).forEach(part -> part.getElement()
                .executeJs("this.inert = true; setTimeout(() => this.inert = false, 800)"));
        notice.focus();
    }

    private PayFromCredit fromCredit(PayFromCredit.Counter counter, Receivable owing) {
        return new PayFromCredit(
                context,
                counter,
                owing.student(),
                owing.account().balance().currency(),
                () -> accounts.outstanding(owing.student().number()).stream()
                        .map(Charge::id)
                        .collect(Collectors.toSet()));
    }

    private Anchor back() {
        return Styles.id("back-to-overview", new Anchor(Routes.OVERVIEW, context.text("overview.back")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
