package org.openadmin.fees.ui.internal.receipts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.openadmin.fees.api.documents.FeeExports;
import org.openadmin.fees.api.documents.FeeReports;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.ListLinks;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;

/** The total of the receipts found, with links to copies, the day sheet and the CSV file. */
final class ReceiptBar extends Div {

    private final transient UserContext context;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient Supplier<ReceiptQuery> shown;
    private final transient Consumer<RuntimeException> failed;
    private final Span sum = Styles.id("receipts-sum", new Span());
    private final Button today;
    private final PdfLink print;
    private final PdfLink daySheet;
    private final ListLinks csv;

    /**
     * @param shown the current query; downloads read it on their own threads
     * @param go shows other receipts
     * @param failed runs if a download fails
     */
    ReceiptBar(
            UserContext context,
            FeeReports reports,
            FeeExports exports,
            Supplier<ReceiptQuery> shown,
            Consumer<ReceiptQuery> go,
            Consumer<RuntimeException> failed) {
        this.context = context;
        this.reports = reports;
        this.exports = exports;
        this.shown = shown;
        this.failed = failed;
        today = Styles.id("receipts-today", new Button(context.text("receipts.today"), e -> go.accept(ofToday())));
        print = print();
        daySheet = daySheet();
        csv = csv();
        sum.getElement().setAttribute("role", "status");
        Styles.css("fees-small", Styles.css(Styles.DIGITS, sum));
        Styles.css("fees-receipts-bar", this);
        add(Styles.bar(sum, today, print, daySheet, csv));
    }

    private ReceiptQuery ofToday() {
        return ReceiptQuery.ofDay(context.today());
    }

    private PdfLink print() {
        PdfLink link = new PdfLink(
                context,
                "print-found",
                context.document(context.text("receipts.print-found"), reports.language()),
                context.text("receipts.file.pdf", context.today().toString()),
                () -> {
                    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                    reports.receipts(context.actor(), shown.get(), pdf);
                    return pdf.toByteArray();
                },
                failed);
        return Styles.secondary(link);
    }

    private PdfLink daySheet() {
        PdfLink link = new PdfLink(
                context,
                "day-sheet",
                context.document(context.text("receipts.day-sheet"), reports.language()),
                context.text("receipts.file.day-sheet", context.today().toString()),
                out -> reports.daySheet(context.actor(), day(shown.get()).orElseGet(context::today), out),
                failed);
        return Styles.secondary(link);
    }

    private ListLinks csv() {
        return new ListLinks(
                context,
                "receipts-csv",
                context.text("action.csv"),
                context.text("receipts.file.csv", context.today().toString()),
                exports.language(),
                (format, out) -> exports.receipts(context.actor(), shown.get(), format, out),
                failed);
    }

    /** The day of the receipts shown, if it is a single one. */
    private static Optional<LocalDate> day(ReceiptQuery query) {
        return query.from().filter(first -> query.to().filter(first::equals).isPresent());
    }

    /** @param found empty if the receipts could not be loaded */
    void show(Optional<ReceiptResults> found) {
        boolean any = found.filter(all -> all.total() > 0).isPresent();
        sum.setText(found.map(all -> all.sentence(context)).orElse(""));
        today.setVisible(!shown.get().equals(ofToday()));
        print.setVisible(any);
        // a day without receipts may have refunds
        daySheet.setVisible(found.isPresent() && day(shown.get()).isPresent());
        csv.setVisible(any);
    }
}
