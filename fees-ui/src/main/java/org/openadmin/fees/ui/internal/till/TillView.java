package org.openadmin.fees.ui.internal.till;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.till.Deposit;
import org.openadmin.fees.api.till.DepositNumber;
import org.openadmin.fees.api.till.DepositSummary;
import org.openadmin.fees.api.till.Deposits;
import org.openadmin.fees.api.till.Deposits.ReturnedCheque;
import org.openadmin.fees.api.till.DrawerCount;
import org.openadmin.fees.api.till.DrawerDay;
import org.openadmin.fees.api.till.Till;
import org.openadmin.fees.api.till.VerifyDepositRequest;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.DateField;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the drawer to the bank: a cashier's day by method, its count, what goes into the next deposit, and the deposits. The rest of the
 * path is the day; without it, today.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.TILL,
        title = "Till",
        title_fr = "Caisse",
        icon = "vaadin:safe",
        order = 245,
        roles = {PortalPage.CASHIER, PortalPage.ADMIN})
public final class TillView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(TillView.class);
    /** The deposits that are listed; all are in {@code fees:deposits}. */
    private static final int LISTED = 50;

    private final transient UserContext context;
    private final transient Till till;
    private final transient Deposits deposits;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient FeesSettings settings;
    private final Banner notice = new Banner("till-notice");
    private final DateField day;
    private final Select<String> cashier = new Select<>();
    private final Div drawer = Styles.css("fees-till-part", Styles.boxed(new Div()));
    private final Div deposit = Styles.css("fees-till-part", Styles.boxed(new Div()));
    private final Div list = Styles.css("fees-stack", new Div());
    private boolean filling;

    @Activate
    public TillView(
            @Reference Till till,
            @Reference Deposits deposits,
            @Reference FeeReports reports,
            @Reference FeeExports exports,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.till = till;
        this.deposits = deposits;
        this.reports = reports;
        this.exports = exports;
        this.settings = settings;
        context = UserContext.now(clock);
        setId("till");
        Styles.page(this, context.text("till.title"), context.text("till.lead"));
        day = new DateField(context, context.text("till.day"));
        if (!context.may(Role.CASHIER)) {
            NoAccess.show(notice, context, Role.CASHIER);
            add(notice);
            return;
        }
        day.setId("till-day");
        day.addValueChangeListener(e -> changed());
        cashier.setId("till-cashier");
        cashier.setLabel(context.text("till.cashier"));
        cashier.setVisible(context.may(Role.ADMIN));
        cashier.addValueChangeListener(e -> changed());
        list.setId("deposits");
        add(
                notice,
                Styles.row(day, cashier),
                Styles.css("fees-till-parts", new Div(drawer, deposit)),
                Styles.css("fees-till-list", list));
        PageKeys.on(this, context, null, "count");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String rest) {
        if (!context.may(Role.CASHIER)) {
            return;
        }
        notice.clear();
        LocalDate shown = context.today();
        try {
            if (rest != null && !rest.isBlank()) {
                shown = DateNotAllowedException.requireNotAfter(shown, Dates.parse(rest), Limit.TILL_AFTER_TODAY);
            }
        } catch (DateNotAllowedException e) {
            notice.showProblem(context.errors().of(e));
        } catch (InvalidInputException e) {
            notice.showProblem(context.text("filter.address", rest));
        }
        filling = true;
        day.setValue(shown);
        filling = false;
        show(context.actor().name());
    }

    private void changed() {
        if (filling) {
            return;
        }
        notice.clear();
        day.read().filter(this::isNotAfterToday).ifPresent(chosen -> {
            String address = chosen.equals(context.today()) ? Routes.TILL : Routes.till(chosen);
            UI.getCurrent().getPage().getHistory().replaceState(null, address);
            show(Optional.ofNullable(cashier.getValue()).orElse(context.actor().name()));
        });
    }

    private boolean isNotAfterToday(LocalDate chosen) {
        if (chosen.isAfter(context.today())) {
            day.setErrorMessage(
                    context.errors().of(new DateNotAllowedException(Limit.TILL_AFTER_TODAY, chosen, context.today())));
            day.setInvalid(true);
        }
        return !chosen.isAfter(context.today());
    }

    /** Shows everything as it is now. */
    private void show(String of) {
        LocalDate shown = day.getValue();
        drawer.removeAll();
        deposit.removeAll();
        list.removeAll();
        try {
            cashiers(of, shown);
            drawer(till.drawer(context.actor(), of, shown));
            deposit.add(new DepositForm(
                    context,
                    deposits,
                    deposits.offer(context.actor(), shown),
                    settings.current(),
                    new DepositForm.Results() {
                        @Override
                        public void deposited(Deposit made) {
                            made(made);
                        }

                        @Override
                        public void failed(RuntimeException failure) {
                            TillView.this.failed(failure);
                        }
                    }));
            list();
        } catch (FeesException e) {
            failed(e);
        }
    }

    /** Administrators count any drawer: the choice has those of the day. */
    private void cashiers(String of, LocalDate shown) {
        if (!cashier.isVisible()) {
            return;
        }
        TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        till.drawers(context.actor(), shown).forEach(each -> names.add(each.cashier()));
        names.add(of);
        names.add(context.actor().name());
        filling = true;
        cashier.setItems(names);
        cashier.setValue(of);
        filling = false;
    }

    private void drawer(DrawerDay shown) {
        Settings current = settings.current();
        Money opening = shown.count().map(DrawerCount::opening).orElse(Money.zero(current.currency()));
        drawer.add(
                new DrawerPanel(context, shown),
                new CountForm(context, till, shown, current, opening, new CountForm.Results() {
                    @Override
                    public void counted(DrawerCount count) {
                        show(count.cashier());
                        notice.showSuccess(context.text(
                                "till.count.saved",
                                context.format(count.counted().total()),
                                count.cashier(),
                                context.format(count.day())));
                        notice.focus();
                    }

                    @Override
                    public void failed(RuntimeException failure) {
                        TillView.this.failed(failure);
                    }
                }));
    }

    private void made(Deposit made) {
        show(shownCashier());
        DepositSummary summary = made.summary();
        String key = summary.isCounterDeposit() ? "till.taken-back" : "till.deposit.made";
        notice.showSuccess(
                context.text(
                        key,
                        summary.number().toString(),
                        context.format(summary.total()),
                        summary.takesBack().map(DepositNumber::toString).orElse("")),
                slip(summary, "made-slip"));
        notice.focus();
    }

    private String shownCashier() {
        return Optional.ofNullable(cashier.getValue()).orElse(context.actor().name());
    }

    private void list() {
        list.add(Styles.heading(new H3(context.text("till.deposits"))));
        List<ReturnedCheque> returned = deposits.toTakeBack(context.actor());
        if (!returned.isEmpty()) {
            String cheques = String.join(
                    ", ",
                    returned.stream()
                            .map(each -> context.text(
                                    "till.returned.one",
                                    each.voided()
                                            .receipt()
                                            .map(Object::toString)
                                            .orElse("–"),
                                    each.deposit().toString()))
                            .toList());
            list.add(Styles.id("till-returned", new Paragraph(context.text("till.returned", cheques))));
        }
        List<DepositSummary> found = deposits.deposits(context.actor(), Page.first(LISTED));
        if (found.isEmpty()) {
            list.add(Styles.id("deposits-empty", Styles.emptyState(context.text("till.deposits.none"))));
            return;
        }
        DepositList grid = new DepositList(context, found, this::documents, this::verify, this::takeBack);
        list.add(grid);
    }

    private Div documents(DepositSummary of) {
        PdfLink slip = slip(of, "slip-" + of.number());
        Div documents = Styles.css("fees-list-links", new Div(slip));
        if (of.chequeCount() > 0) {
            documents.add(new ListLinks(
                    context,
                    "cheques-" + of.number() + "-csv",
                    context.text("till.cheques.csv"),
                    context.text("till.cheques.file", of.number().toString()),
                    exports.language(),
                    (format, out) -> exports.cheques(context.actor(), of.number(), format, out),
                    this::failed));
        }
        return documents;
    }

    private PdfLink slip(DepositSummary of, String id) {
        PdfLink slip = new PdfLink(
                context,
                id,
                context.document(context.text("till.slip"), reports.language()),
                context.text("till.slip.file", of.number().toString()),
                out -> reports.depositSlip(context.actor(), of.number(), out),
                this::failed);
        return Styles.<PdfLink>secondary(slip).printingHere();
    }

    private void verify(DepositSummary of) {
        try {
            deposits.verify(new VerifyDepositRequest(RequestKey.fresh(), context.actor(), of.number()));
            show(shownCashier());
            notice.showSuccess(context.text("till.verified", of.number().toString()));
            notice.focus();
        } catch (FeesException e) {
            failed(e);
        }
    }

    private void takeBack(DepositSummary of) {
        new TakeBackDialog(context, deposits, of, this::made).open();
    }

    private void failed(RuntimeException failure) {
        LOG.info("A drawer or deposit was refused or could not be shown", failure);
        notice.showProblem(context.errors().of(failure));
        notice.focus();
    }

    @Override
    public String getPageTitle() {
        return context.text("till.title");
    }
}
