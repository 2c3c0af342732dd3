package org.openadmin.fees.ui.internal.parents;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openadmin.fees.api.parents.ChildFees;
import org.openadmin.fees.api.parents.ParentDocuments;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;
import org.openadmin.fees.ui.internal.components.Styles.Badge;

/** The receipts of a child, with what each of them paid. */
final class ReceiptList extends NativeDetails {

    private final UserContext context;
    private final FamilyMoney money;
    private final ParentDocuments documents;
    private final Consumer<RuntimeException> failed;

    ReceiptList(
            UserContext context,
            FamilyMoney money,
            ChildFees child,
            ParentDocuments documents,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.money = money;
        this.documents = documents;
        this.failed = failed;
        String number = child.student().number().toString();
        UnorderedList list = Styles.css("fees-family-list", Styles.id("receipts-" + number, new UnorderedList()));
        child.receipts().forEach(receipt -> list.add(item(number, receipt)));
        Styles.css("fees-family-more", this);
        setSummaryText(context.text("my.receipts", child.receipts().size()));
        setContent(list);
    }

    private ListItem item(String child, Receipt receipt) {
        ListItem item = new ListItem(Styles.css(
                "fees-family-line",
                new Div(
                        new Span(context.text("my.receipt", receipt.number(), context.format(receipt.date()))),
                        Styles.css(
                                "fees-nowrap",
                                Styles.css(Styles.DIGITS, new Span(money.format(receipt.received())))))));
        receipt.voided()
                .ifPresent(day -> item.add(Styles.css(
                        "fees-family-facts",
                        new Div(Styles.badge(context.text("my.receipt.voided", context.format(day)), Badge.ERROR)))));
        String paid = paid(receipt);
        if (!paid.isEmpty()) {
            item.add(Styles.wrap(Styles.secondaryText(new Paragraph(paid))));
        }
        PdfLink link = new PdfLink(
                context,
                "receipt-" + child + "-" + receipt.number(),
                context.text("my.receipt.pdf", receipt.number()),
                context.text("my.receipt.file", receipt.number()) + ".pdf",
                out -> documents.receipt(context.actor(), receipt.number(), context.locale(), out),
                failed);
        item.add(new Div(Styles.secondary(link)));
        return item;
    }

    /** What the receipt has paid and still pays; of a voided one, what it had paid. */
    private String paid(Receipt receipt) {
        String fees = receipt.settled().stream()
                .filter(charge -> !receipt.reopened().contains(charge.id()))
                .map(context::name)
                .collect(Collectors.joining(", "));
        if (!fees.isEmpty()) {
            return context.text("my.receipt.paid", fees);
        }
        return receipt.voided().isPresent() ? "" : context.text("my.receipt.account");
    }
}
