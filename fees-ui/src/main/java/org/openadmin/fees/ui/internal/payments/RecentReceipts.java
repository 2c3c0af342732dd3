package org.openadmin.fees.ui.internal.payments;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.Optional;
import java.util.function.Consumer;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.spi.messages.EntryState;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.printing.ReceiptLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last payments that this cashier has taken today, to print a receipt again or to void one taken by mistake. */
final class RecentReceipts extends VerticalLayout {

    private static final Logger LOG = LoggerFactory.getLogger(RecentReceipts.class);
    private static final Page LAST_FIVE = Page.first(5);

    private final UserContext context;
    private final transient Receipts receipts;
    private final transient FeeReports reports;
    private final Banner notice;
    private final transient Consumer<Receipt> voidIt;
    private final VerticalLayout rows = Styles.stack(new VerticalLayout());

    /** @param voidIt asks for confirmation to void a receipt */
    RecentReceipts(
            UserContext context, Receipts receipts, FeeReports reports, Banner notice, Consumer<Receipt> voidIt) {
        this.context = context;
        this.receipts = receipts;
        this.reports = reports;
        this.notice = notice;
        this.voidIt = voidIt;
        setId("recent-receipts");
        Styles.css("fees-recent", Styles.stack(this));
        add(Styles.css("fees-heading", new H4(context.text("pay.recent"))), rows);
        refresh();
    }

    /** Reads them again. A failure hides them, since the page is usable without. */
    void refresh() {
        rows.removeAll();
        try {
            receipts.search(context.actor(), mineToday(), LAST_FIVE)
                    .receipts()
                    .forEach(receipt -> rows.add(row(receipt)));
        } catch (FeesException e) {
            LOG.info("No recent receipts", e);
        }
        setVisible(rows.getComponentCount() > 0);
    }

    private ReceiptQuery mineToday() {
        return new ReceiptQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.of(context.today()),
                Optional.of(context.today()),
                Optional.of(context.actor().name()));
    }

    private Div row(Receipt receipt) {
        String number = String.valueOf(receipt.number());
        Span what = new Span(context.text(
                "pay.recent.row",
                receipt.recordedAt().map(context::time).orElse(""),
                number,
                receipt.student().nameOrNumber(),
                context.format(receipt.received())));
        Div row = Styles.row(Styles.wrap(what));
        if (receipt.voided().isPresent()) {
            row.add(Styles.badge(context.format(EntryState.VOIDED), Styles.Badge.CONTRAST));
        } else {
            Button undo = new Button(context.text("pay.recent.void"), e -> voidIt.accept(receipt));
            undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
            undo.setAriaLabel(context.text("correct.void", number));
            Styles.id("void-recent-" + number, Styles.dangerous(undo));
            row.add(Styles.css("fees-recent-actions", new Div(print(receipt, number), undo)));
        }
        return Styles.css("fees-recent-row", row);
    }

    private PdfLink print(Receipt receipt, String number) {
        return Styles.secondary(ReceiptLink.copy(
                context,
                "print-recent-" + number,
                context.text("pay.recent.print"),
                reports,
                receipt.number(),
                failure -> notice.showProblem(context.text(
                        "receipt.not-printed", number, context.errors().of(failure)))));
    }
}
