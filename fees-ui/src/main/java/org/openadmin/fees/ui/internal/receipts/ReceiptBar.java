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
import org.openadmin.fees.ui.internal.components.CsvLink;
import org.openadmin.fees.ui.internal.components.PdfLink;
import org.openadmin.fees.ui.internal.components.Styles;

/** What the receipts that were found come to, and what can be taken away of them: copies, the sheet of their day, a list. */
final class ReceiptBar extends Div {

    private final transient UserContext visit;
    private final transient FeeReports reports;
    private final transient FeeExports exports;
    private final transient Supplier<ReceiptQuery> shown;
    private final transient Consumer<RuntimeException> failed;
    private final Span sum = Styles.id("receipts-sum", new Span());
    private final Button today;
    private final PdfLink print;
    private final PdfLink daySheet;
    private final CsvLink csv;

    /**
     * @param shown what is asked at this moment; downloads ask for it on threads of their own
     * @param go shows other receipts
     * @param failed is told when something cannot be taken away
     */
    ReceiptBar(
            UserContext visit,
            FeeReports reports,
            FeeExports exports,
            Supplier<ReceiptQuery> shown,
            Consumer<ReceiptQuery> go,
            Consumer<RuntimeException> failed) {
        this.visit = visit;
        this.reports = reports;
        this.exports = exports;
        this.shown = shown;
        this.failed = failed;
        today = Styles.id("receipts-today", new Button(visit.say("receipts.today"), e -> go.accept(ofToday())));
        print = print();
        daySheet = daySheet();
        csv = csv();
        sum.getElement().setAttribute("role", "status");
        sum.getStyle().set("font-variant-numeric", "tabular-nums").set("font-size", "var(--lumo-font-size-s)");
        getStyle().set("width", "100%").set("flex", "none");
        add(Styles.bar(sum, today, print, daySheet, csv));
    }

    private ReceiptQuery ofToday() {
        return ReceiptQuery.ofDay(visit.today());
    }

    private PdfLink print() {
        PdfLink link = new PdfLink(
                visit,
                "print-found",
                visit.document(visit.say("receipts.print-found"), reports.language()),
                visit.say("receipts.file.pdf", visit.today().toString()),
                () -> {
                    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
                    reports.receipts(visit.actor(), shown.get(), pdf);
                    return pdf.toByteArray();
                },
                failed);
        return Styles.secondary(link);
    }

    private PdfLink daySheet() {
        PdfLink link = new PdfLink(
                visit,
                "day-sheet",
                visit.document(visit.say("receipts.day-sheet"), reports.language()),
                visit.say("receipts.file.day-sheet", visit.today().toString()),
                out -> reports.daySheet(visit.actor(), day(shown.get()).orElseGet(visit::today), out),
                failed);
        return Styles.secondary(link);
    }

    private CsvLink csv() {
        return new CsvLink(
                visit,
                "receipts-csv",
                visit.say("action.csv"),
                visit.say("receipts.file.csv", visit.today().toString()),
                out -> exports.receipts(visit.actor(), shown.get(), out),
                failed);
    }

    /** The one day whose receipts are shown, whatever else they have in common. */
    private static Optional<LocalDate> day(ReceiptQuery query) {
        return query.from().filter(first -> query.to().filter(first::equals).isPresent());
    }

    /** @param found nothing when the receipts could not be had */
    void show(Optional<ReceiptResults> found) {
        boolean any = found.filter(all -> all.total() > 0).isPresent();
        sum.setText(found.map(all -> all.sentence(visit)).orElse(""));
        today.setVisible(!shown.get().equals(ofToday()));
        print.setVisible(any);
        daySheet.setVisible(any && day(shown.get()).isPresent());
        csv.setVisible(any);
    }
}
