package org.openadmin.fees.ui.internal.accounts;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.Refunds;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.corrections.RefundSlips;
import org.openadmin.fees.ui.internal.corrections.ReturnActions;
import org.openadmin.fees.ui.internal.corrections.TransferActions;
import org.openadmin.fees.ui.internal.students.PayFromCredit;
import org.openadmin.fees.ui.internal.students.StudentSearch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One student's account: balance, entries and corrections. The rest of the path is the student's number. */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.ACCOUNT,
        title = "Accounts",
        title_fr = "Comptes",
        icon = "vaadin:user-card",
        order = 260,
        roles = {PortalPage.VIEW, PortalPage.BILL, PortalPage.CASHIER, PortalPage.ADMIN})
public final class AccountView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(AccountView.class);

    private final transient UserContext context;
    private final transient Statements statements;
    private final transient Journal journal;
    private final transient FeeAccounts accounts;
    private final transient Families families;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient CorrectionActions correcting;
    private final transient ReturnedPayments returns;
    private final transient AccountNotes notes;
    private final transient Payers payers;
    private final transient Covers covers;
    private final transient ReturnActions returning;
    private final transient TransferActions transferring;
    private final transient RefundSlips slips;
    private final transient PayFromCredit.Counter counter;
    private final transient FeesSettings settings;
    private final StudentSearch search;
    private final Banner notice = new Banner("account-notice");
    private final VerticalLayout place = new VerticalLayout();
    private transient Optional<AccountNumber> shown = Optional.empty();
    private transient Optional<AccountDetails> sheet = Optional.empty();
    private String name = "";

    @Activate
    public AccountView(
            @Reference Statements statements,
            @Reference Journal journal,
            @Reference FeeAccounts accounts,
            @Reference Families families,
            @Reference Corrections corrections,
            @Reference Refunds refunds,
            @Reference ReturnedPayments returns,
            @Reference AccountNotes notes,
            @Reference Payers payers,
            @Reference Covers covers,
            @Reference Cashier cashier,
            @Reference FeeReports reports,
            @Reference FeeExports exports,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.statements = statements;
        this.journal = journal;
        this.accounts = accounts;
        this.families = families;
        this.reports = reports;
        this.exports = exports;
        this.settings = settings;
        context = UserContext.now(clock, settings);
        correcting = new CorrectionActions(context, corrections, notice, this::refresh);
        this.returns = returns;
        this.notes = notes;
        this.payers = payers;
        this.covers = covers;
        returning = new ReturnActions(context, correcting, returns, reports, settings, this::failed);
        transferring = new TransferActions(context, correcting, payers, this::failed);
        slips = new RefundSlips(context, refunds, reports, this::failed);
        counter = new PayFromCredit.Counter(cashier, reports, notice, this::refresh);
        search =
                new StudentSearch(context, statements, number -> UI.getCurrent().navigate(Routes.account(number)));
        setId("account");
        Styles.page(this, context.text("account.title"), context.text("account.lead"));
        add(notice);
        if (context.may(Role.VIEW)) {
            layOut();
        } else {
            NoAccess.show(notice, context, Role.VIEW);
        }
    }

    private void layOut() {
        // side by side if the rows and their buttons have room, otherwise one above the other
        Styles.css("fees-account-search", search).setWidth(null);
        Styles.css("fees-account-place", Styles.stack(place)).setWidth(null);
        add(Styles.css("fees-sides", new Div(search, place)));
        PageKeys.on(this, context, search.field(), "arrows", "enter-account");
        empty();
    }

    private void empty() {
        shown = Optional.empty();
        sheet = Optional.empty();
        name = "";
        place.removeAll();
        place.add(Styles.emptyState(context.text("account.empty")));
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter String student) {
        if (!context.may(Role.VIEW)) {
            return;
        }
        notice.clear();
        if (student == null || student.isBlank()) {
            empty();
            search.focus();
            return;
        }
        try {
            open(AccountNumber.parse(student));
        } catch (RuntimeException e) {
            failed(e);
            empty();
            search.focus();
        }
    }

    private void open(AccountNumber number) {
        Statements.AccountHolder holder = statements.holder(context.actor(), number);
        AccountHistory history = statements.history(context.actor(), number);
        int tab = shown.equals(Optional.of(number))
                ? sheet.map(AccountDetails::tab).orElse(0)
                : 0;
        AccountDetails now = new AccountDetails(
                context,
                holder,
                history,
                new AccountDetails.Services(
                        statements,
                        journal,
                        accounts,
                        reports,
                        exports,
                        correcting,
                        returning,
                        transferring,
                        returns.cashOnlyUntil(context.actor(), number),
                        notes,
                        slips,
                        counter,
                        settings.current().payments(),
                        families,
                        payers,
                        covers),
                this::failed);
        place.removeAll();
        place.add(now);
        now.turnTo(tab);
        shown = Optional.of(number);
        sheet = Optional.of(now);
        name = holder.student().spokenName();
    }

    private void refresh() {
        shown.ifPresent(number -> {
            try {
                open(number);
            } catch (RuntimeException e) {
                failed(e);
            }
            notice.focus();
        });
    }

    private void failed(RuntimeException failure) {
        LOG.info("An account was not shown", failure);
        notice.showProblem(context.errors().of(failure));
    }

    @Override
    public String getPageTitle() {
        return name.isEmpty() ? context.text("account.title") : context.text("account.title.of", name);
    }
}
