package org.openadmin.fees.ui.internal.classpayment;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.io.ByteArrayOutputStream;
import org.openadmin.fees.api.classpayments.ClassPayment;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.documents.FeeReports.Print;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.ui.internal.Routes;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;

/** What was received, with a link that prints all receipts as one document. */
final class ClassReceipts extends VerticalLayout {

    private final PdfLink print;

    /** @param next leads to the next envelope */
    ClassReceipts(UserContext context, FeeReports reports, ClassPayment payment, Banner notice, Runnable next) {
        setId("class-receipts");
        Styles.stack(this);
        Banner done = new Banner("class-done");
        done.showSuccess(context.text(
                "classpay.done",
                context.format(payment.total()),
                payment.total().currency().getCurrencyCode(),
                payment.receipts().size(),
                payment.homeroom(),
                payment.fee(),
                payment.first().toString(),
                payment.last().toString()));
        print = new PdfLink(
                        context,
                        "print-receipts",
                        context.document(
                                context.text(
                                        "classpay.print", payment.receipts().size()),
                                reports.language()),
                        context.text(
                                "classpay.file",
                                payment.first().toString(),
                                payment.last().toString()),
                        () -> {
                            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                            reports.receipts(context.actor(), payment.numbers(), Print.ORIGINAL, pdf);
                            return pdf.toByteArray();
                        },
                        failure -> notice.showProblem(context.errors().of(failure)))
                .printingHere();
        Button again = Styles.id("class-next", new Button(context.text("classpay.next"), e -> next.run()));
        Div list = Styles.css("fees-class-list", Styles.id("class-receipt-list", new Div()));
        payment.receipts().forEach(receipt -> list.add(row(context, receipt)));
        add(done, Styles.row(print, again), list);
    }

    private static Div row(UserContext context, Receipt receipt) {
        Anchor number = new Anchor(
                Routes.receipt(receipt.number()),
                context.text("classpay.receipt", receipt.number().toString()));
        return Styles.css(
                "fees-class-row",
                new Div(
                        new Span(receipt.student().nameOrNumber()),
                        number,
                        Styles.figure(new Span(context.format(receipt.received())))));
    }

    void focus() {
        print.getElement().executeJs("this.focus()");
    }
}
