package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.printing.ReceiptLink;
import org.openadmin.fees.ui.internal.printing.ReceiptMailing;

/** The payment taken, the change due, and the receipt to print. */
final class ReceiptPanel extends VerticalLayout {

    /** A second Enter right after accepting must not print, so the key works only after a moment. */
    private static final String PRINT_ON_ENTER = """
            const since = Date.now();
            const key = event => {
              if (!this.isConnected) {
                $0.removeEventListener('keydown', key);
              } else if (event.key === 'Enter' && !event.repeat && !$0.value && Date.now() - since > 800) {
                this.click();
              }
            };
            $0.addEventListener('keydown', key);
            """;

    private final PdfLink print;
    /** Downloads set it on their own threads. */
    private final AtomicBoolean printed = new AtomicBoolean();

    ReceiptPanel(
            UserContext context,
            Receipt receipt,
            Money change,
            FeeReports reports,
            ReceiptMailing mailing,
            Runnable sameStudent,
            Runnable voidIt) {
        setId("receipt");
        Styles.css("fees-receipt", Styles.stack(this));
        Banner notice = new Banner("receipt-notice");
        notice.showSuccess(taken(context, receipt));
        Span number = huge("receipt-number", String.valueOf(receipt.number()));
        print = ReceiptLink.original(
                context,
                reports,
                receipt.number(),
                () -> mailing.isOut(receipt.number()),
                () -> printed.set(true),
                failure -> notice.showProblem(context.text(
                        "receipt.not-printed",
                        String.valueOf(receipt.number()),
                        context.errors().of(failure))));
        Button again =
                Styles.id("same-student", new Button(context.text("receipt.same-student"), e -> sameStudent.run()));
        add(notice, Styles.row(new Span(context.text("receipt.number")), number));
        if (!receipt.date().equals(context.today())) {
            String dated = context.text("receipt.dated", context.format(receipt.date()));
            add(Styles.css("fees-very-large", Styles.strong(Styles.id("receipt-date", new Span(dated)))));
        }
        if (change.isPositive()) {
            add(huge("receipt-change", context.text("pay.change", context.format(change))));
        }
        Button undo = Styles.id("void-receipt", new Button(context.text("receipt.void"), e -> voidIt.run()));
        Styles.dangerous(undo).addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        Div printing = centered(print, Styles.secondaryText(new Span(context.text("receipt.print.key"))));
        mailing.button(receipt.number(), printed::get, () -> {}).ifPresent(printing::add);
        Div more = centered(again, undo);
        add(Styles.id("receipt-lines", new Span(lines(context, receipt))), printing, more);
    }

    private static Span huge(String id, String text) {
        return Styles.css("fees-huge", Styles.strong(Styles.id(id, new Span(text))));
    }

    private static Div centered(Component... parts) {
        return Styles.css("fees-row-centered", Styles.row(parts));
    }

    /** Prints the receipt without waiting for a click. */
    void printAtOnce() {
        print.getElement().executeJs("this.click()");
    }

    /** Opens the receipt when Enter is pressed in this field and the field is empty. */
    void printOnEnterIn(HasElement field) {
        print.getElement().executeJs(PRINT_ON_ENTER, field.getElement());
    }

    private static String taken(UserContext context, Receipt receipt) {
        String who = receipt.isOfSeveral()
                ? receipt.shares().stream()
                        .map(share -> share.student().spokenName())
                        .collect(Collectors.joining(", "))
                : receipt.student().spokenName();
        return receipt.received().isZero()
                ? context.text("receipt.credit-only", who)
                : context.text(
                        "receipt.taken",
                        context.format(receipt.received()),
                        receipt.received().currency().getCurrencyCode(),
                        who);
    }

    private static String lines(UserContext context, Receipt receipt) {
        StringBuilder lines = new StringBuilder(
                context.text("receipt.settled", receipt.settled().size()));
        if (!receipt.rounding().isZero()) {
            lines.append(' ')
                    .append(context.text(
                            "receipt.rounding",
                            context.format(receipt.settledTotal()),
                            context.format(receipt.rounding().negated())));
        }
        if (receipt.fromCredit().isPositive()) {
            lines.append(' ').append(context.text("receipt.from-credit", context.format(receipt.fromCredit())));
        }
        if (receipt.onAccount().isPositive()) {
            lines.append(' ').append(context.text("receipt.on-account", context.format(receipt.onAccount())));
        }
        return lines.toString();
    }
}
