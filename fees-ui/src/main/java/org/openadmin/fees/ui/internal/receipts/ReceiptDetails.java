package org.openadmin.fees.ui.internal.receipts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;

/** One receipt as it was given: who, when, how, what it settled; printed again as a copy. */
final class ReceiptDetails extends Div {

    private final UserContext visit;
    private final Receipt receipt;

    /**
     * @param close leaves the receipt
     * @param failed is told when the copy cannot be printed
     * @param more what else can be done with it
     */
    ReceiptDetails(
            UserContext visit,
            Receipt receipt,
            FeeReports reports,
            Runnable close,
            Consumer<RuntimeException> failed,
            Component... more) {
        this.visit = visit;
        this.receipt = receipt;
        setId("receipt-sheet");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", title());
        Styles.boxed(this)
                .getStyle()
                .set("display", "flex")
                .set("flex-direction", "column")
                .set("gap", "var(--lumo-space-s)");
        PdfLink print = new PdfLink(
                visit,
                "print-copy",
                visit.document(visit.say("receipts.print-copy"), reports.language()),
                visit.say("receipt.file", receipt.number().toString()),
                () -> {
                    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                    reports.receipt(visit.actor(), receipt.number(), FeeReports.Print.COPY, pdf);
                    return pdf.toByteArray();
                },
                failed);
        // in view however much it settled
        Div actions = Styles.foot(more);
        actions.add(print);
        actions.getStyle().set("justify-content", "flex-end").set("gap", "0").set("margin-top", "auto");
        add(head(close), who(), facts(), settled(), actions);
    }

    private String title() {
        return visit.say("receipts.receipt", receipt.number().toString());
    }

    private Div head(Runnable close) {
        H3 title = Styles.id("receipt-title", new H3(title()));
        title.getStyle().set("margin", "0").set("font-size", "var(--lumo-font-size-l)");
        Button leave = Styles.id(
                "close-receipt",
                new Button(visit.say("action.close"), VaadinIcon.CLOSE_SMALL.create(), e -> close.run()));
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        leave.getStyle().set("flex", "none");
        Div what = Styles.row(title);
        receipt.voided()
                .ifPresent(day -> what.add(Styles.id(
                        "receipt-voided", Styles.badge(visit.say("receipts.voided-on", visit.show(day)), "error"))));
        what.getStyle().set("flex", "1").set("min-width", "0").set("gap", "0 var(--lumo-space-m)");
        Div head = Styles.row(what, leave);
        // the way out keeps its corner
        head.getStyle().set("flex-wrap", "nowrap");
        return head;
    }

    private Div who() {
        Anchor account = Styles.id(
                "receipt-account",
                new Anchor(
                        Routes.account(receipt.student().number()),
                        receipt.student().nameOrNumber()));
        account.getStyle().set("overflow-wrap", "anywhere");
        Span number =
                new Span(visit.say("student.number", receipt.student().number().toString()));
        return Styles.row(account, Styles.quiet(number));
    }

    private Div facts() {
        StringBuilder facts = new StringBuilder(visit.show(receipt.date()));
        receipt.method().ifPresent(method -> facts.append(" · ").append(visit.show(method)));
        if (!receipt.reference().isEmpty()) {
            facts.append(" · ").append(receipt.reference());
        }
        if (!receipt.cashier().isEmpty()) {
            facts.append(" · ").append(visit.say("receipts.taken-by", receipt.cashier()));
        }
        Div line = Styles.id("receipt-facts", new Div(facts.toString()));
        line.getStyle().set("overflow-wrap", "anywhere");
        return Styles.quiet(line);
    }

    private NativeTable settled() {
        NativeTable table = Styles.id("receipt-settled", new NativeTable());
        table.getStyle().set("border-collapse", "collapse").set("width", "100%");
        table.getElement().setAttribute("aria-label", visit.say("receipts.settled"));
        for (Charge each : receipt.settled()) {
            Div name = new Div(new Span(each.name()), Styles.quiet(new Div(visit.show(each.date()))));
            name.getStyle().set("overflow-wrap", "anywhere");
            line(table, name, each.total(), false);
        }
        if (receipt.settled().isEmpty()) {
            line(table, new Span(visit.say("receipts.settled-nothing")), null, false);
        }
        if (receipt.fromCredit().isPositive()) {
            line(
                    table,
                    new Span(visit.say("receipts.from-credit")),
                    receipt.fromCredit().negated(),
                    false);
        }
        if (receipt.onAccount().isPositive()) {
            line(table, new Span(visit.say("receipts.on-account")), receipt.onAccount(), false);
        }
        String currency = receipt.received().currency().getCurrencyCode();
        line(table, new Span(visit.say("receipts.received", currency)), receipt.received(), true);
        return table;
    }

    private void line(NativeTable table, Component what, Money amount, boolean strong) {
        NativeTableRow row = new NativeTableRow();
        var name = row.addDataCell();
        name.add(what);
        var figure = Styles.figure(row.addDataCell());
        figure.setText(amount == null ? "" : visit.show(amount));
        Stream.of(name, figure).forEach(cell -> cell.getStyle()
                .set("padding", "var(--lumo-space-xs) 0")
                .set("vertical-align", "top")
                .set("font-weight", strong ? "600" : "400")
                .set("border-top", "1px solid var(--lumo-contrast-10pct)"));
        // a long name comes no nearer than this
        figure.getStyle().set("padding-left", "var(--lumo-space-s)");
        table.getBody().add(row);
    }
}
