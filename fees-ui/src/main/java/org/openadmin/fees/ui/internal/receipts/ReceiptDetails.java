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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.corrections.ReturnedPayment;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptGap;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.printing.ReceiptLink;

/** One receipt: student, date, payment method, charges paid, and the link to print a copy. */
final class ReceiptDetails extends Div {

    private final UserContext context;
    private final Receipt receipt;

    /**
     * @param returned the payment, if the bank returned it
     * @param messages those that were sent with it
     * @param close closes the receipt
     * @param failed runs if the copy cannot be printed
     * @param more further actions
     */
    ReceiptDetails(
            UserContext context,
            Receipt receipt,
            Optional<ReturnedPayment> returned,
            Optional<Component> messages,
            FeeReports reports,
            Runnable close,
            Consumer<RuntimeException> failed,
            List<Component> more) {
        this.context = context;
        this.receipt = receipt;
        setId("receipt-sheet");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", title());
        Styles.css("fees-receipt-details", Styles.boxed(this));
        PdfLink print = ReceiptLink.copy(
                context, "print-copy", context.text("receipts.print-copy"), reports, receipt.number(), failed);
        Div actions = Styles.css("fees-receipt-actions", Styles.foot(more.toArray(Component[]::new)));
        actions.add(print);
        add(head(close), who(), facts(), settled());
        returned.ifPresent(each -> add(returned(each)));
        if (!receipt.reopened().isEmpty()) {
            add(reopened());
        }
        messages.ifPresent(this::add);
        add(actions);
    }

    private String title() {
        return context.text("receipts.receipt", receipt.number().toString());
    }

    private Div head(Runnable close) {
        H3 title = Styles.heading(Styles.id("receipt-title", new H3(title())));
        Button leave = Styles.id(
                "close-receipt",
                new Button(context.text("action.close"), VaadinIcon.CLOSE_SMALL.create(), e -> close.run()));
        leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        Div what = Styles.css("fees-receipt-title", Styles.row(title));
        receipt.voided()
                .ifPresent(day -> what.add(Styles.id(
                        "receipt-voided", Styles.badge(context.format(EntryState.VOIDED, day), Styles.Badge.ERROR))));
        return Styles.css("fees-receipt-head", Styles.row(what, Styles.css("fees-receipt-close", leave)));
    }

    private Div who() {
        if (receipt.isOfSeveral()) {
            Div accounts = new Div();
            receipt.shares().forEach(share -> {
                Div account = who(share.student());
                account.add(Styles.secondaryText(new Span(context.format(share.received()))));
                accounts.add(account);
            });
            return accounts;
        }
        return receipt.recordedStudent()
                .map(this::who)
                .orElseGet(() -> Styles.secondaryText(
                        Styles.id("receipt-no-student", new Div(context.text("receipts.no-student")))));
    }

    private Div who(StudentSnapshot student) {
        Anchor account = new Anchor(Routes.account(student.number()), student.nameOrNumber());
        Styles.id(receipt.isOfSeveral() ? "receipt-account-" + student.number() : "receipt-account", account);
        Span number = new Span(context.text("student.number", student.number().toString()));
        return Styles.row(Styles.wrap(account), Styles.secondaryText(number));
    }

    private Div facts() {
        StringBuilder facts = new StringBuilder(context.format(receipt.date()));
        receipt.method().ifPresent(method -> facts.append(" · ").append(context.format(method)));
        if (!receipt.reference().isEmpty()) {
            facts.append(" · ").append(receipt.reference());
        }
        if (!receipt.cashier().isEmpty()) {
            facts.append(" · ").append(context.text("receipts.taken-by", receipt.cashier()));
        }
        Div line = Styles.id("receipt-facts", new Div(facts.toString()));
        return Styles.wrap(Styles.secondaryText(line));
    }

    /** When it was returned, what it cost, and what became of it. */
    private Div returned(ReturnedPayment returned) {
        List<String> sentences = new ArrayList<>();
        sentences.add(context.text("receipts.returned", context.format(returned.returned())));
        returned.fee()
                .map(fee -> context.text("receipts.returned.fee", context.format(fee.total())))
                .ifPresent(sentences::add);
        returned.cashOnlyUntil()
                .map(until -> context.text("correct.return.cash-only", context.format(until)))
                .ifPresent(sentences::add);
        returned.receivedAgain()
                .map(number -> context.text("receipts.returned.again", number.toString()))
                .ifPresent(sentences::add);
        return Styles.wrap(Styles.id("receipt-returned", new Div(String.join(" ", sentences))));
    }

    private Div reopened() {
        String charges = receipt.reopenedCharges().stream()
                .map(charge -> context.name(charge) + " (" + context.format(charge.total()) + ")")
                .collect(Collectors.joining("; "));
        return Styles.wrap(Styles.id("receipt-reopened", new Div(context.text("receipts.reopened", charges))));
    }

    private NativeTable settled() {
        NativeTable table = Styles.css("fees-table", Styles.id("receipt-settled", new NativeTable()));
        Styles.css("fees-settled", table);
        table.getElement().setAttribute("aria-label", context.text("receipts.settled"));
        for (Charge each : receipt.settled()) {
            Div name =
                    new Div(new Span(context.name(each)), Styles.secondaryText(new Div(context.format(each.date()))));
            if (receipt.isOfSeveral()) {
                name.add(Styles.secondaryText(new Div(each.student().nameOrNumber())));
            }
            line(table, Styles.wrap(name), each.total());
        }
        if (receipt.settled().isEmpty() && !receipt.lacks(ReceiptGap.Kind.CHARGE_STUDENT)) {
            line(table, new Span(context.text("receipts.settled-nothing")), null);
        }
        if (receipt.fromCredit().isPositive()) {
            line(
                    table,
                    new Span(context.text("receipts.from-credit")),
                    receipt.fromCredit().negated());
        }
        if (receipt.onAccount().isPositive()) {
            line(table, new Span(context.text("receipts.on-account")), receipt.onAccount());
        }
        if (!receipt.rounding().isZero()) {
            line(
                    table,
                    new Span(context.format(EntryKind.ROUNDING)),
                    receipt.rounding().negated());
        }
        String currency = receipt.received().currency().getCurrencyCode();
        line(table, new Span(context.text("receipts.received", currency)), receipt.received());
        return table;
    }

    private void line(NativeTable table, Component what, Money amount) {
        NativeTableRow row = new NativeTableRow();
        var name = row.addDataCell();
        name.add(what);
        var figure = Styles.figure(row.addDataCell());
        figure.setText(amount == null ? "" : context.format(amount));
        table.getBody().add(row);
    }
}
