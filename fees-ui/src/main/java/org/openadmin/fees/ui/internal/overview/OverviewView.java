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
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.imports.Claims;
import org.openadmin.fees.api.overview.FeesOverview;
import org.openadmin.fees.api.overview.FeesOverview.Receivable;
import org.openadmin.fees.api.overview.FeesOverview.Receivables;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Undeposited;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.OverviewQueryString;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.UnclaimedLine;
import org.openadmin.fees.ui.internal.students.PayFromCredit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The start page: the office's work step by step, and the current figures. The rest of the path is a list of students who owe,
 * such as over-90. Both are of today or as of a past day, see {@link OverviewQueryString}.
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
    private final transient Covers covers;
    private final transient Claims claims;
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
            @Reference Covers covers,
            @Reference Claims claims,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.overview = overview;
        this.reports = reports;
        this.exports = exports;
        this.cashier = cashier;
        this.accounts = accounts;
        this.deposits = deposits;
        this.covers = covers;
        this.claims = claims;
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
            return;
        }
        OverviewQueryString address = OverviewQueryString.read(wanted);
        LocalDate today = context.today();
        Optional<LocalDate> asOf = address.asOf().filter(today::isAfter);
        Optional<AgingBucket> list = address.list().flatMap(AgingBucket::find);
        list.ifPresentOrElse(which -> list(which, asOf, ""), () -> glance(asOf));
        if (list.isEmpty() && address.list().isPresent()) {
            notice.showProblem(context.text("overview.unknown", address.list().get()));
        } else if (!address.ignored().isEmpty()) {
            notice.showProblem(context.text("filter.address", String.join(", ", address.ignored())));
        }
        address.asOf()
                .filter(today::isBefore)
                .ifPresent(day -> notice.showProblem(
                        context.errors().of(new DateNotAllowedException(Limit.AS_OF_AFTER_TODAY, day, today))));
    }

    private void page(String heading, String lead) {
        title = heading;
        removeAll();
        setHeight(null);
        setWidthFull();
        Styles.page(this, heading, lead);
        add(notice);
    }

    /** @param asOf a past day, whose figures have no steps of the work beside them; absent for today */
    private void glance(Optional<LocalDate> asOf) {
        page(heading("overview.title", asOf), lead("overview.lead", asOf));
        if (asOf.isEmpty()) {
            add(new WorkflowCards(context));
        }
        add(new AsOfDay(context, Optional.empty(), asOf));
        try {
            add(new OverviewFigures(
                    context,
                    asOf.isPresent()
                            ? overview.figuresAsOf(context.actor(), asOf.get())
                            : overview.figures(context.actor(), context.today())));
            if (asOf.isEmpty()) {
                undeposited(deposits.undeposited(context.actor()));
                if (context.may(Role.CASHIER)) {
                    add(new UnclaimedLine(context, claims.sum(context.actor())));
                }
                if (context.actor().seesPayers()) {
                    covered(covers.preview(context.actor(), Optional.empty()));
                }
            }
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

    /** What a cover run would transfer. */
    private void covered(CoverRunPlan plan) {
        if (!plan.transfers().isEmpty()) {
            add(Styles.id(
                    "to-cover",
                    new Paragraph(
                            new Span(context.text(
                                            "overview.covers", plan.transfers().size(), context.format(plan.total()))
                                    + " "),
                            new Anchor(Routes.COVER_RUN, context.text("covers.run")))));
        }
    }

    private String heading(String key, Optional<LocalDate> asOf) {
        return asOf.map(day -> context.text("overview.past", context.text(key), context.format(day)))
                .orElseGet(() -> context.text(key));
    }

    private String lead(String key, Optional<LocalDate> asOf) {
        return asOf.map(day -> context.text(key + ".past", context.format(day))).orElseGet(() -> context.text(key));
    }

    private void list(AgingBucket which, Optional<LocalDate> asOf, String filter) {
        page(heading("overview.receivables." + which.keyword(), asOf), lead("overview.receivables.lead", asOf));
        LocalDate today = asOf.orElseGet(context::today);
        add(new AsOfDay(context, Optional.of(which.keyword()), asOf));
        try {
            Receivables all = asOf.isPresent()
                    ? overview.receivablesAsOf(context.actor(), today)
                    : overview.receivables(context.actor(), today);
            if (all.owing().isEmpty()) {
                add(Styles.id(
                        "receivables-empty", Styles.emptyState(lead("overview.receivables.none", asOf), back(asOf))));
                add(ReceivablesList.ledger(context, all));
                asOf.ifPresent(day -> all.known().ifPresent(known -> add(AsOfDay.later(context, known, day))));
                return;
            }
            setSizeFull();
            AtomicReference<ReceivablesList> shown = new AtomicReference<>();
            PayFromCredit.Counter counter = new PayFromCredit.Counter(
                    cashier,
                    reports,
                    notice,
                    () -> refresh(which, asOf, shown.get().filter()));
            ReceivablesList list = new ReceivablesList(context, which, asOf, all, each -> fromCredit(counter, each));
            shown.set(list);
            list.filter(filter);
            PdfLink print = new PdfLink(
                    context,
                    "print-receivables",
                    context.document(context.text("overview.print"), reports.language()),
                    context.text("overview.file.pdf", today.toString()),
                    out -> {
                        Optional<Set<AccountNumber>> selection = list.selection();
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
                        Optional<Set<AccountNumber>> selection = list.selection();
                        if (selection.isPresent()) {
                            exports.receivables(context.actor(), today, selection.get(), format, out);
                        } else {
                            exports.receivables(context.actor(), today, format, out);
                        }
                    },
                    failure -> notice.showProblem(context.errors().of(failure)));
            add(list, Styles.foot(Styles.secondary(print), save, back(asOf)));
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(e));
            add(back(asOf));
        }
    }

    /** After a payment from credit; the second click of a double click must not reach what has moved under the pointer. */
    private void refresh(AgingBucket which, Optional<LocalDate> asOf, String filter) {
        list(which, asOf, filter);
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

    private Anchor back(Optional<LocalDate> asOf) {
        String path = OverviewQueryString.path(Optional.empty(), asOf);
        return Styles.id("back-to-overview", new Anchor(path, context.text("overview.back")));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
