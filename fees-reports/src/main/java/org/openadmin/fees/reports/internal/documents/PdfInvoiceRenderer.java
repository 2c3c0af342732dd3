package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.Fingerprint;
import org.openadmin.fees.reports.internal.pdf.PartwisePdf;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.School;
import org.openadmin.fees.spi.SchoolClockReference;
import org.openadmin.fees.spi.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Draws invoices and reminders with the school's templates. */
@Component
public final class PdfInvoiceRenderer implements InvoiceRenderer {

    private static final String INVOICE = "invoice";
    private static final String REMINDER = "reminder";

    private final Clock clock;
    private final PdfPrinter printer = new PdfPrinter();

    @Activate
    public PdfInvoiceRenderer(@Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.clock = clock;
    }

    @Override
    public InvoiceDocument begin(LocalDate date, Settings settings) {
        return begin(date, clock.instant(), settings);
    }

    @Override
    public InvoiceDocument begin(LocalDate date, Instant at, Settings settings) {
        return new Document(date, at, Optional.empty(), settings);
    }

    @Override
    public InvoiceDocument beginAgain(LocalDate date, Settings settings) {
        return new Document(date, clock.instant(), Optional.of(LocalDate.now(clock)), settings);
    }

    @Override
    public String fingerprint(Kind kind, Settings settings) {
        School school = settings.school();
        Fingerprint fingerprint = new Fingerprint()
                .add(school.name())
                .addAll(school.address())
                .addAll(school.contact())
                .addAll(school.numbers())
                .add(school.footer())
                .add(school.message(settings.locale()))
                .add(settings.locale().toLanguageTag())
                .add(settings.currency().getCurrencyCode())
                .add(settings.documents().paper())
                .add(clock.getZone().getId());
        PdfPrinter.addLook(fingerprint, template(kind), settings);
        return fingerprint.text();
    }

    private static String template(Kind kind) {
        return kind == Kind.REMINDERS ? REMINDER : INVOICE;
    }

    @Override
    public String fingerprint(Invoice invoice) {
        Fingerprint fingerprint = new Fingerprint();
        invoice.hostStudent()
                .ifPresent(student -> fingerprint.add(student.guardian()).addAll(student.address()));
        return fingerprint.text();
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
        private final Instant at;
        private final Settings settings;
        private final DocumentTexts words;
        private final InvoiceRows rows;
        private final ReminderRows reminders;
        private PartwisePdf pdf;
        private boolean complete;

        /** @param again the day on which the document is made again; empty for the first print and one that is the same */
        Document(LocalDate date, Instant at, Optional<LocalDate> again, Settings settings) {
            this.date = date;
            this.at = at;
            this.settings = settings;
            words = new DocumentTexts(settings, clock.getZone());
            rows = new InvoiceRows(words, date, again);
            reminders = new ReminderRows(words, date, again);
        }

        @Override
        public void add(List<Invoice> invoices) {
            Iterator<Invoice> each = invoices.iterator();
            Invoice first = each.next();
            if (pdf == null) {
                pdf = begin(first.reminder().isPresent() ? Kind.REMINDERS : Kind.INVOICES);
            }
            Stream<Invoice> others = Stream.generate(each::next).limit(invoices.size() - 1L);
            pdf.add(Stream.concat(Stream.of(first), others).flatMap(this::rows).iterator());
        }

        private Stream<DocumentRow> rows(Invoice invoice) {
            return invoice.reminder().isPresent() ? reminders.of(invoice) : rows.of(invoice);
        }

        private PartwisePdf begin(Kind kind) {
            String day = words.date(date);
            boolean isReminder = kind == Kind.REMINDERS;
            DocumentMetadata about = new DocumentMetadata(
                    words.text(isReminder ? "reminders" : "invoices", day),
                    words.text(isReminder ? "reminderDate" : "invoiceDate") + " " + day,
                    at.atZone(clock.getZone()));
            return printer.begin(template(kind), settings, about, words);
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
