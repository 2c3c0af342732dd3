package org.openadmin.fees.ui.internal.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountPeriod;
import org.openadmin.fees.api.accounts.Families;
import org.openadmin.fees.api.accounts.FeeAccounts;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.Payers;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.corrections.RefundSlips;
import org.openadmin.fees.ui.internal.corrections.ReturnActions;
import org.openadmin.fees.ui.internal.corrections.TransferActions;
import org.openadmin.fees.ui.internal.notes.AccountNotesPanel;
import org.openadmin.fees.ui.internal.students.PayFromCredit;
import org.openadmin.fees.ui.internal.students.StudentHeader;

/** One account: the student and the balance, then tabs for the outstanding charges, a statement, and all entries. */
final class AccountDetails extends VerticalLayout {

    /**
     * The services that the tabs use.
     *
     * @param cashOnly the last day on which the student pays in cash only
     */
    record Services(
            Statements statements,
            Journal journal,
            FeeAccounts accounts,
            FeeReports reports,
            FeeExports exports,
            CorrectionActions correcting,
            ReturnActions returning,
            TransferActions transferring,
            Optional<LocalDate> cashOnly,
            AccountNotes notes,
            RefundSlips slips,
            PayFromCredit.Counter counter,
            PaymentSettings payments,
            Families families,
            Payers payers,
            Covers covers) {}

    private final UserContext context;
    private final Statements.AccountHolder holder;
    private final AccountHistory history;
    private final Services services;
    private final Consumer<RuntimeException> failed;
    private final TabSheet tabs = Styles.id("account-tabs", new TabSheet());

    AccountDetails(
            UserContext context,
            Statements.AccountHolder holder,
            AccountHistory history,
            Services services,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.holder = holder;
        this.history = history;
        this.services = services;
        this.failed = failed;
        Styles.stack(this);
        tabs.setWidthFull();
        tabs.addThemeVariants(TabSheetVariant.LUMO_NO_PADDING);
        tabs.add(context.text("account.tab.outstanding", history.outstanding()), outstanding());
        tabs.add(context.text("account.tab.statement"), new StatementPanel(context, services, number(), failed));
        tabs.add(context.text("account.tab.history", history.transactions()), everything());
        AccountNotesPanel notes =
                new AccountNotesPanel(context, services.notes(), number(), AccountNotesPanel.Extent.ALL);
        add(header(notes), notes);
        if (context.actor().seesPayers() && number() instanceof StudentNumber student) {
            add(new CoveredBy(context, services.covers(), services.payers(), student, failed));
        }
        add(tabs);
    }

    private AccountNumber number() {
        return holder.student().number();
    }

    private StudentHeader header(AccountNotesPanel notes) {
        AccountBalance account = history.account();
        StudentHeader header =
                new StudentHeader(context, holder.student(), holder.state(), account).cashOnly(services.cashOnly());
        Anchor pay = Styles.primary(header.link("pay", Routes.payments(number())));
        pay.setVisible(context.may(Role.CASHIER));
        Button refund = Styles.id("refund", new Button(context.text("account.refund"), e -> services.correcting()
                .refund(holder.student(), account.credit(), services.payments(), services.slips())));
        refund.setVisible(
                services.correcting().mayGiveBack() && account.credit().isPositive());
        Button move = Styles.id("move-credit", new Button(context.text("account.move"), e -> services.correcting()
                .move(
                        holder.student(),
                        account.credit(),
                        services.families().siblings(context.actor(), number()).stream()
                                .map(Families.Sibling::student)
                                .toList())));
        move.setVisible(refund.isVisible());
        boolean isCovered = PayFromCredit.isFor(context, account);
        // those that the page shows, and no others that were charged meanwhile
        Set<ChargeId> charges = isCovered ? charges() : Set.of();
        PayFromCredit fromCredit = new PayFromCredit(
                context, services.counter(), holder.student(), account.balance().currency(), () -> charges);
        fromCredit.setVisible(isCovered);
        header.aside(notes.addButton());
        // last, so that nothing takes its place under a second click
        header.actions(pay, refund, move, invoice(header), fromCredit);
        return header;
    }

    /** A payer's invoice is a document of its own. */
    private Anchor invoice(StudentHeader header) {
        if (!(number() instanceof PayerNumber payer)) {
            return header.invoice();
        }
        PdfLink link = new PdfLink(
                context,
                "payer-invoice",
                context.text("account.payer-invoice"),
                context.text("account.payer-invoice.file", payer.toString()) + ".pdf",
                out -> services.reports().payerInvoice(context.actor(), payer, out),
                failed);
        Styles.secondary(link);
        link.setVisible(history.account().outstanding().isPositive());
        return link;
    }

    private Set<ChargeId> charges() {
        return services.accounts().outstanding(number()).stream()
                .map(Charge::id)
                .collect(Collectors.toSet());
    }

    private Div outstanding() {
        if (history.outstanding() == 0) {
            return panel(Styles.id("nothing-due", Styles.secondaryText(new Span(context.text("account.nothing-due")))));
        }
        return panel(new EntryGrid(
                context,
                "outstanding-lines",
                services,
                EntryGrid.Use.OUTSTANDING,
                history.outstanding(),
                page -> EntryGrid.Row.outstanding(
                        context,
                        services.journal().entries(context.actor(), JournalQuery.outstandingOf(number()), page)),
                failed));
    }

    private Div everything() {
        if (history.transactions() == 0) {
            return panel(Styles.secondaryText(new Span(context.text("account.no-history"))));
        }
        String number = String.valueOf(number());
        PdfLink pdf = new PdfLink(
                context,
                "history-pdf",
                context.document(
                        context.text("account.history.pdf"), services.reports().language()),
                context.text("account.history.file", number) + ".pdf",
                out -> services.reports().history(context.actor(), number(), out),
                failed);
        ListLinks csv = new ListLinks(
                context,
                "history-csv",
                context.text("account.csv"),
                context.text("account.history.file", number) + ".csv",
                services.exports().language(),
                (format, out) -> services.exports().history(context.actor(), number(), format, out),
                failed);
        EntryGrid grid = new EntryGrid(
                context,
                "history-lines",
                services,
                EntryGrid.Use.RUNNING,
                history.transactions(),
                page -> EntryGrid.Row.of(
                        context, services.statements().lines(context.actor(), AccountPeriod.all(number()), page)),
                failed);
        return panel(Styles.row(Styles.secondary(pdf), csv), grid);
    }

    static Div panel(com.vaadin.flow.component.Component... parts) {
        Div panel = Styles.css("fees-account-panel", Styles.css("fees-stack", new Div(parts)));
        panel.setWidthFull();
        return panel;
    }

    /** The index of the open tab. */
    int tab() {
        return tabs.getSelectedIndex();
    }

    void turnTo(int tab) {
        tabs.setSelectedIndex(tab);
    }
}
