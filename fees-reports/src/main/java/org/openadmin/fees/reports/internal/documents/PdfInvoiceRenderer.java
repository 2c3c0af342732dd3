package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.PartwisePdf;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws invoices with the school's template. */
@Component
public final class PdfInvoiceRenderer implements InvoiceRenderer {

    private final Clock clock;
    private final PdfPrinter printer = new PdfPrinter();

    @Activate
    public PdfInvoiceRenderer(@Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.clock = clock;
    }

    @Override
    public InvoiceDocument begin(LocalDate date, Settings settings) {
        return new Document(date, settings);
    }

    @Override
    public String unprintable(Invoice invoice) {
        Stream<String> family = invoice.hostStudent().stream()
                .flatMap(student -> Stream.concat(Stream.of(student.guardian()), student.address().stream()));
        Stream<String> charges =
                invoice.charges().stream().flatMap(charge -> Stream.of(charge.name(), charge.description()));
        return printer.missingCharacters(
                Stream.of(Stream.of(invoice.student().name()), family, charges).flatMap(texts -> texts));
    }

    /** Printing starts with the first invoice, so a document without invoices costs nothing. */
    private final class Document implements InvoiceDocument {

        private final LocalDate date;
        private final Settings settings;
        private final DocumentTexts words;
        private final InvoiceRows rows;
        private PartwisePdf pdf;
        private boolean complete;

        Document(LocalDate date, Settings settings) {
            this.date = date;
            this.settings = settings;
            words = new DocumentTexts(settings, clock.getZone());
            rows = new InvoiceRows(words, date, settings);
        }

        @Override
        public void add(List<Invoice> invoices) {
            if (pdf == null) {
                String day = words.date(date);
                DocumentMetadata about = new DocumentMetadata(
                        words.text("invoices", day), words.text("invoiceDate") + " " + day, ZonedDateTime.now(clock));
                pdf = printer.begin("invoice", settings, about, words);
            }
            pdf.add(invoices.stream().flatMap(rows::of).iterator());
        }

        @Override
        public int complete() {
            if (pdf == null) {
                throw new IllegalStateException("There is no invoice in the document.");
            }
            int pages = pdf.complete().pages();
            complete = true;
            return pages;
        }

        @Override
        public void writeTo(OutputStream out) {
            if (!complete) {
                throw new IllegalStateException("The document is not complete.");
            }
            pdf.complete().writeTo(out);
        }

        @Override
        public void close() {
            if (pdf != null) {
                pdf.close();
            }
        }
    }
}
