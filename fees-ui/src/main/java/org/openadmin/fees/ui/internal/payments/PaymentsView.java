package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.Families.Sibling;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.FeeAssessment;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.corrections.Corrections;
import org.openadmin.fees.api.corrections.ReturnedPayments;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.journal.Closings;
import org.openadmin.fees.api.mail.ReceiptMailer;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.api.students.Students;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.ui.internal.PortalPage;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.BackgroundExecutor;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.NoAccess;
import org.openadmin.fees.ui.internal.components.Outage;
import org.openadmin.fees.ui.internal.components.PageKeys;
import org.openadmin.fees.ui.internal.components.Returned;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.TypeAhead;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.notes.AccountNotesPanel;
import org.openadmin.fees.ui.internal.printing.ReceiptMailing;
import org.openadmin.fees.ui.internal.students.StudentAccount;
import org.openadmin.fees.ui.internal.students.StudentHeader;
import org.openadmin.fees.ui.internal.students.StudentSearch;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * The counter: find the student, select the charges, take the payment, print the receipt. The rest of the path is a
 * student's number.
 */
@Component(service = com.vaadin.flow.component.Component.class, scope = ServiceScope.PROTOTYPE)
@PortalPage(
        path = Routes.PAYMENTS,
        title = "Payments",
        title_fr = "Paiements",
        icon = "vaadin:cash",
        order = 230,
        roles = {PortalPage.VIEW, PortalPage.CASHIER, PortalPage.ADMIN})
public final class PaymentsView extends VerticalLayout implements HasUrlParameter<String>, HasDynamicTitle {

    /** The name of the search among the forms that survive an outage; all others are students' numbers. */
    private static final String SEARCH = "search";

    private final transient UserContext context;
    private final transient Students students;
    private final transient Statements statements;
    private final transient Cashier cashier;
    private final transient FeeAccounts accounts;
    private final transient FeeCatalogue catalogue;
    private final transient FeeAssessment assessment;
    private final transient Families families;
    private final transient FeeReports reports;
    private final transient Corrections corrections;
    private final transient ReturnedPayments returns;
    private final transient AccountNotes notes;
    private final transient Closings closings;
    private final transient FeesSettings settings;
    private final transient ReceiptMailing mailing;
    private final StudentSearch search;
    private final Optional<RecentReceipts> recent;
    private final Banner notice = new Banner("payments-notice");
    private final VerticalLayout place = new VerticalLayout();
    /** The payments taken on this page, by student: going back shows the receipt and not another payment form. */
    private final transient Map<AccountNumber, Taken> taken = new HashMap<>();

    private transient Optional<AccountNumber> shown = Optional.empty();
    private ReceiptPanel printing;
    private transient Optional<PaymentForm> form = Optional.empty();

    /**
     * A payment taken.
     *
     * @param account the one that it was taken on: one of the receipt's, or that of a sibling
     * @param change the change given, zero or more
     */
    private record Taken(AccountNumber account, Receipt receipt, Money change) {}

    @Activate
    public PaymentsView(
            @Reference Students students,
            @Reference Statements statements,
            @Reference Cashier cashier,
            @Reference FeeAccounts accounts,
            @Reference FeeCatalogue catalogue,
            @Reference FeeAssessment assessment,
            @Reference Families families,
            @Reference FeeReports reports,
            @Reference Corrections corrections,
            @Reference ReturnedPayments returns,
            @Reference AccountNotes notes,
            @Reference Receipts receipts,
            @Reference ReceiptMailer mailer,
            @Reference Closings closings,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock,
            @Reference(target = BackgroundExecutor.TARGET) Executor background) {
        this.students = students;
        this.statements = statements;
        this.cashier = cashier;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.assessment = assessment;
        this.families = families;
        this.reports = reports;
        this.corrections = corrections;
        this.returns = returns;
        this.notes = notes;
        this.closings = closings;
        this.settings = settings;
        context = UserContext.now(clock, settings);
        mailing = new ReceiptMailing(context, mailer, background);
        setId("payments");
        Styles.page(
                this,
                context.text("pay.title"),
                context.text(context.may(Role.CASHIER) ? "pay.lead" : "pay.lead.look"));
        setSizeFull();
        search = new StudentSearch(context, statements, this::take);
        TypeAhead.leadsOn(search.field());
        recent = context.may(Role.CASHIER)
                ? Optional.of(new RecentReceipts(context, receipts, reports, notice, this::voidRecent))
                : Optional.empty();
        add(notice);
        if (context.may(Role.VIEW)) {
            Outage.onReturn(this, Outage.Kind.PAYMENT, this::returned);
            layOut();
        } else {
            NoAccess.show(notice, context, Role.CASHIER);
        }
    }

    private void layOut() {
        Outage.form(search, Outage.Kind.PAYMENT, SEARCH);
        Outage.field(search.field(), SEARCH);
        Styles.css("fees-counter-search", search);
        Styles.css("fees-counter-place", Styles.stack(place)).setWidth(null);
        Div counter = Styles.css("fees-counter", new Div(search, place));
        recent.ifPresent(counter::add);
        add(Styles.css("fees-counter-frame", new Div(counter)));
        PageKeys.on(
                this,
                context,
                search.field(),
                "arrows",
                "enter",
                "tab",
                "space",
                "plus-sibling",
                "times-sale",
                "enter-print");
        empty();
    }

    private void empty() {
        shown = Optional.empty();
        form = Optional.empty();
        place.removeAll();
        Anchor envelope = Styles.id("class-payment-link", new Anchor(Routes.CLASS_PAYMENT, context.text("pay.class")));
        envelope.setVisible(context.may(Role.CASHIER));
        place.add(Styles.emptyState(context.text("pay.empty"), envelope));
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
            comeTo(AccountNumber.parse(student));
        } catch (FeesException e) {
            empty();
            notice.showProblem(context.errors().of(e));
        }
    }

    /** Shows the payment just taken from this student, or else the account. */
    private void comeTo(AccountNumber number) {
        Taken last = taken.get(number);
        if (last == null) {
            open(number);
        } else {
            receipt(last);
        }
    }

    /** Opens the account of the student found, as a step in the browser's history. */
    private void take(AccountNumber number) {
        boolean another = !shown.equals(Optional.of(number));
        Outage.forget();
        open(number);
        if (another) {
            UI.getCurrent().getPage().getHistory().pushState(null, Routes.payments(number));
        }
    }

    private void open(AccountNumber number) {
        notice.clear();
        form = Optional.empty();
        shown = Optional.of(number);
        taken.remove(number);
        try {
            StudentAccount account = StudentAccount.of(context.actor(), number, students, statements, accounts);
            show(account);
        } catch (FeesException e) {
            place.removeAll();
            notice.showProblem(context.errors().of(e));
            search.focus();
        }
    }

    /** The student, and the notes that apply. */
    private void placeHeader(StudentAccount account) {
        AccountNotesPanel panel =
                new AccountNotesPanel(context, notes, account.student().number(), AccountNotesPanel.Extent.CURRENT);
        place.add(header(account, panel), panel);
    }

    private StudentHeader header(StudentAccount account, AccountNotesPanel panel) {
        AccountNumber number = account.student().number();
        StudentHeader header = new StudentHeader(context, account.student(), account.state(), account.balance())
                .cashOnly(returns.cashOnlyUntil(context.actor(), number));
        header.aside(
                header.link("account", Routes.account(number)), header.invoice(), panel.addButton(), move(account));
        return header;
    }

    /** Moves credit to a sibling. */
    private Button move(StudentAccount account) {
        AccountNumber number = account.student().number();
        Money credit = account.balance().credit();
        Button move = Styles.id("move-credit", new Button(context.text("account.move"), e -> new CorrectionActions(
                        context, corrections, notice, () -> open(number))
                .move(
                        account.student(),
                        credit,
                        families.siblings(context.actor(), number).stream()
                                .map(Sibling::student)
                                .toList())));
        move.setVisible(context.may(Role.CASHIER) && credit.isPositive());
        return move;
    }

    /** Continues after the page was lost: asks what became of the payment that was on its way, or shows what was typed. */
    void returned(Returned back) {
        if (back.request().isPresent() && context.may(Role.CASHIER)) {
            ask(back.request().get(), back);
            return;
        }
        form.ifPresentOrElse(
                shownForm -> {
                    Map<String, String> typed = back.form(shown.orElseThrow());
                    if (!typed.isEmpty()) {
                        shownForm.restore(Optional.empty(), typed);
                        notice.showSuccess(context.text("outage.kept.again"));
                    }
                },
                () -> search.restore(back.form(SEARCH).getOrDefault(SEARCH, "")));
    }

    private void ask(RequestKey key, Returned back) {
        try {
            Optional<Receipt> receipt = cashier.receipt(context.actor(), key);
            if (receipt.isPresent()) {
                Outage.answered(key);
                Taken before = new Taken(
                        AccountNumber.parse(back.sender()),
                        receipt.get(),
                        Money.zero(receipt.get().received().currency()));
                taken.put(before.account(), before);
                receipt(before);
                notice.showSuccess(context.text("pay.returned.recorded"));
            } else {
                AccountNumber student = AccountNumber.parse(back.sender());
                if (!shown.equals(Optional.of(student)) || form.isEmpty()) {
                    open(student);
                }
                form.ifPresent(again -> {
                    again.restore(Optional.of(key), back.form(student));
                    notice.showProblem(context.text("pay.returned.missing"));
                });
            }
        } catch (FeesException e) {
            notice.showProblem(
                    context.text("pay.returned.unknown", context.errors().of(e)),
                    Styles.id("ask-again", new Button(context.text("outage.ask"), again -> ask(key, back))));
        }
    }

    private void show(StudentAccount account) {
        form = Optional.empty();
        place.removeAll();
        placeHeader(account);
        if (context.may(Role.CASHIER)) {
            AccountNumber number = account.student().number();
            List<Sibling> siblings = families.siblings(context.actor(), number);
            PaymentForm taking = new PaymentForm(
                    context,
                    account,
                    siblings,
                    new PaymentForm.Counter(
                            settings.current().payments(), cashier, closings, fees(number), assessment::price),
                    new PaymentForm.Outcome() {
                        @Override
                        public void taken(Receipt receipt, Money change) {
                            Taken now = new Taken(number, receipt, change);
                            taken.put(number, now);
                            receipt(now);
                            if (settings.current().payments().printAtOnce()) {
                                printing.printAtOnce();
                            }
                        }

                        @Override
                        public void outdated(String sentence) {
                            open(number);
                            notice.showProblem(context.text("pay.outdated", sentence));
                        }
                    });
            place.add(taking);
            taking.focus();
            form = Optional.of(taking);
        } else {
            Money zero = Money.zero(account.balance().balance().currency());
            place.add(
                    account.outstanding().isEmpty()
                            ? Styles.secondaryText(new Span(context.text("pay.nothing-due")))
                            : new ChargeSelection(
                                    context, account.student().number(), account.outstanding(), zero, null));
        }
    }

    /** The predefined fees that the user may sell to this account. */
    private List<PredefinedFee> fees(AccountNumber number) {
        boolean sells =
                number.student().isPresent() && settings.current().payments().maySell(context.actor());
        return sells ? catalogue.list() : List.of();
    }

    private void receipt(Taken last) {
        notice.clear();
        form = Optional.empty();
        Outage.forget();
        place.removeAll();
        Receipt receipt = last.receipt();
        AccountNumber number = last.account();
        shown = Optional.of(number);
        try {
            StudentAccount now = StudentAccount.of(context.actor(), number, students, statements, accounts);
            placeHeader(now);
        } catch (FeesException e) {
            // the payment is recorded and the receipt is shown; the new balance can be loaded later
            notice.showProblem(context.errors().of(e));
        }
        printing = new ReceiptPanel(
                context,
                receipt,
                last.change(),
                reports,
                mailing,
                () -> open(number),
                () -> voidReceipt(receipt, number));
        place.add(printing);
        printing.printOnEnterIn(search.field());
        recent.ifPresent(RecentReceipts::refresh);
        search.restart();
    }

    private void voidRecent(Receipt receipt) {
        voidReceipt(receipt, shown.orElse(receipt.student().number()));
    }

    /**
     * Opens the dialog to void a receipt. Afterwards the account is shown, but the search has the focus, so that Enter
     * does not take the payment again.
     */
    private void voidReceipt(Receipt receipt, AccountNumber then) {
        new CorrectionActions(context, corrections, notice, () -> {
                    open(then);
                    recent.ifPresent(RecentReceipts::refresh);
                    search.restart();
                })
                .voidReceipt(receipt.number(), receipt.date());
    }

    @Override
    public String getPageTitle() {
        return context.text("pay.title");
    }
}
