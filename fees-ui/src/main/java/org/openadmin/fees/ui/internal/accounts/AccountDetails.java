package org.openadmin.fees.ui.internal.accounts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.tabs.TabSheetVariant;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.AccountStatement;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.EntryLabels;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.corrections.CorrectionActions;
import org.openadmin.fees.ui.internal.corrections.RefundSlips;
import org.openadmin.fees.ui.internal.students.PayFromCredit;
import org.openadmin.fees.ui.internal.students.StudentHeader;

/** One account: the student and the balance, then tabs for the outstanding charges, a statement, and all entries. */
final class AccountDetails extends VerticalLayout {

    /** The services that the tabs use. */
    record Services(
            Statements statements,
            FeeReports reports,
            FeeExports exports,
            CorrectionActions correcting,
            RefundSlips slips,
            PayFromCredit.Counter counter) {}

    private final UserContext context;
    private final Statements.AccountHolder holder;
    private final AccountHistory history;
    private final Services services;
    private final Consumer<RuntimeException> failed;
    private final EntryLabels text;
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
        text = new EntryLabels(context, history);
        Styles.stack(this);
        List<AccountStatement.Line> outstanding = history.lines().stream()
                .filter(line -> line.entry().isOutstanding())
                .toList();
        tabs.setWidthFull();
        tabs.addThemeVariants(TabSheetVariant.LUMO_NO_PADDING);
        tabs.add(context.text("account.tab.outstanding", outstanding.size()), outstanding(outstanding));
        tabs.add(context.text("account.tab.statement"), new StatementPanel(context, services, text, number(), failed));
        tabs.add(context.text("account.tab.history", history.lines().size()), everything());
        add(header(), tabs);
    }

    private StudentNumber number() {
        return holder.student().number();
    }

    private StudentHeader header() {
        AccountBalance account = history.account();
        StudentHeader header = new StudentHeader(context, holder.student(), holder.state(), account);
        Anchor pay = Styles.primary(header.link("pay", Routes.payments(number())));
        pay.setVisible(context.may(Role.CASHIER));
        Button refund = Styles.id("refund", new Button(context.text("account.refund"), e -> services.correcting()
                .refund(holder.student(), account.credit(), services.slips())));
        refund.setVisible(
                services.correcting().mayGiveBack() && account.credit().isPositive());
        PayFromCredit fromCredit = new PayFromCredit(
                context, services.counter(), holder.student(), account.balance().currency(), this::outstanding);
        fromCredit.setVisible(PayFromCredit.isFor(context, account));
        // last, so that nothing takes its place under a second click
        header.actions(pay, refund, header.invoice(), fromCredit);
        return header;
    }

    private Set<ChargeId> outstanding() {
        return history.lines().stream()
                .map(AccountStatement.Line::entry)
                .filter(JournalEntry::isOutstanding)
                .map(entry -> new ChargeId(entry.id()))
                .collect(Collectors.toSet());
    }

    private Div outstanding(List<AccountStatement.Line> lines) {
        if (lines.isEmpty()) {
            return panel(Styles.id("nothing-due", Styles.secondaryText(new Span(context.text("account.nothing-due")))));
        }
        EntryGrid grid = new EntryGrid(context, "outstanding-lines", text, services, EntryGrid.Use.OUTSTANDING);
        grid.show(lines);
        return panel(grid);
    }

    private Div everything() {
        if (history.lines().isEmpty()) {
            return panel(Styles.secondaryText(new Span(context.text("account.no-history"))));
        }
        String number = String.valueOf(number());
        PdfLink pdf = new PdfLink(
                context,
                "history-pdf",
                context.document(
                        context.text("account.history.pdf"), services.reports().language()),
                context.text("account.history.file", number) + ".pdf",
                () -> {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    services.reports().history(context.actor(), number(), out);
                    return out.toByteArray();
                },
                failed);
        ListLinks csv = new ListLinks(
                context,
                "history-csv",
                context.text("account.csv"),
                context.text("account.history.file", number) + ".csv",
                services.exports().language(),
                (format, out) -> services.exports().history(context.actor(), number(), format, out),
                failed);
        EntryGrid grid = new EntryGrid(context, "history-lines", text, services, EntryGrid.Use.RUNNING);
        grid.show(history.lines());
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
