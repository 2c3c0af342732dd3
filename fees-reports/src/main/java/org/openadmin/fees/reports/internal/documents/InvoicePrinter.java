package org.openadmin.fees.reports.internal.documents;

import java.io.OutputStream;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.NothingToInvoiceException;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.reports.internal.documents.InvoiceSelection.Candidate;
import org.openadmin.fees.reports.internal.documents.InvoiceSelection.Found;
import org.openadmin.fees.reports.internal.pdf.DocumentMetadata;
import org.openadmin.fees.reports.internal.pdf.DocumentRow;
import org.openadmin.fees.reports.internal.pdf.PdfOutput;
import org.openadmin.fees.reports.internal.pdf.PdfPrinter;
import org.openadmin.fees.reports.internal.texts.DocumentTexts;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.InvoiceRunRecorder;
import org.openadmin.fees.spi.InvoiceRunRecorder.Made;
import org.openadmin.fees.spi.Settings;

/**
 * A run of printed invoices: reads, lays out and writes a part after the other, so that its memory does not grow with the school,
 * and keeps the log of it.
 */
final class InvoicePrinter {

    private static final int STUDENTS_PER_PART = 100;

    private final InvoiceSelection selection;
    private final InvoiceRunRecorder runs;
    private final FeesSettings settings;
    private final PdfPrinter printer;
    private final Clock clock;

    InvoicePrinter(
            InvoiceSelection selection,
            InvoiceRunRecorder runs,
            FeesSettings settings,
            PdfPrinter printer,
            Clock clock) {
        this.selection = selection;
        this.runs = runs;
        this.settings = settings;
        this.printer = printer;
        this.clock = clock;
    }

    /** See {@link org.openadmin.fees.api.documents.FeeReports#invoices}. */
    InvoiceRun print(InvoiceRequest request, Progress progress, OutputStream out) {
        List<Candidate> candidates = selection.candidates(request);
        RunNumber run = runs.begin(request, Channel.PRINT).run().number();
        Parts parts = new Parts(request, run, candidates, progress);
        try {
            int pages = parts.hasNext() ? write(request, parts, out) : 0;
            InvoiceRun ended = runs.end(run, State.DONE, parts.made(pages), "");
            if (pages == 0) {
                throw new NothingToInvoiceException(ended);
            }
            return ended;
        } catch (NothingToInvoiceException e) {
            throw e;
        } catch (RunCancelledException e) {
            runs.end(run, State.CANCELLED, parts.nothing(), "");
            throw e;
        } catch (RuntimeException e) {
            fail(run, parts.nothing(), e);
            throw e;
        }
    }

    private void fail(RunNumber run, Made nothing, RuntimeException failure) {
        try {
            runs.end(run, State.FAILED, nothing, String.valueOf(failure.getMessage()));
        } catch (RuntimeException e) {
            // what stopped the run is what its user has to hear of
            failure.addSuppressed(e);
        }
    }

    private int write(InvoiceRequest request, Parts parts, OutputStream out) {
        Settings current = settings.current();
        DocumentTexts words = new DocumentTexts(current, clock.getZone());
        String date = words.date(request.date());
        DocumentMetadata about = new DocumentMetadata(
                words.text("invoices", date), words.text("invoiceDate") + " " + date, ZonedDateTime.now(clock));
        try (PdfOutput pdf = printer.print(
                "invoice", current, about, words, parts.rows(new InvoiceRows(words, request.date(), current)))) {
            pdf.writeTo(out);
            return pdf.pages();
        }
    }

    /** The invoices, a part at a time; whoever gets none, and whoever got one, is logged when the part is read. */
    private final class Parts implements Iterator<List<Invoice>> {

        private final InvoiceRequest request;
        private final RunNumber run;
        private final Progress progress;
        private final List<Candidate> candidates;
        private final Money zero = Money.zero(settings.current().currency());

        private int read;
        private List<Invoice> next = List.of();
        private int invoices;
        private Money charged = zero;
        private Money credit = zero;

        Parts(InvoiceRequest request, RunNumber run, List<Candidate> candidates, Progress progress) {
            this.request = request;
            this.run = run;
            this.candidates = candidates;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && read < candidates.size()) {
                requireGoingOn();
                List<Candidate> some = candidates.subList(read, Math.min(read + STUDENTS_PER_PART, candidates.size()));
                read += some.size();
                next = logged(selection.read(some, request));
            }
            return !next.isEmpty();
        }

        @Override
        public List<Invoice> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<Invoice> part = next;
            next = List.of();
            return part;
        }

        private void requireGoingOn() {
            if (!progress.at(read, candidates.size())) {
                throw new RunCancelledException(run);
            }
        }

        private List<Invoice> logged(Found found) {
            List<Line> lines = new ArrayList<>(found.leftOut());
            List<Invoice> printed = new ArrayList<>();
            for (Invoice invoice : found.invoices()) {
                Optional<Outcome> unaddressed = unaddressed(invoice);
                lines.add(Line.of(invoice.student(), unaddressed.orElse(Outcome.INVOICED), invoice.due()));
                if (unaddressed.isEmpty()) {
                    printed.add(invoice);
                    invoices++;
                    charged = charged.plus(invoice.charged());
                    credit = credit.plus(invoice.credit());
                }
            }
            runs.add(run, lines);
            return printed;
        }

        private Optional<Outcome> unaddressed(Invoice invoice) {
            if (request.unaddressed()) {
                return Optional.empty();
            }
            if (invoice.atHost().isEmpty()) {
                return Optional.of(Outcome.UNKNOWN_STUDENT);
            }
            boolean none = invoice.atHost().get().address().isEmpty();
            return none ? Optional.of(Outcome.NO_ADDRESS) : Optional.empty();
        }

        Iterator<Iterator<DocumentRow>> rows(InvoiceRows sheets) {
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return Parts.this.hasNext();
                }

                @Override
                public Iterator<DocumentRow> next() {
                    return Parts.this.next().stream().flatMap(sheets::of).iterator();
                }
            };
        }

        Made made(int pages) {
            return new Made(invoices, pages, charged, credit);
        }

        Made nothing() {
            return new Made(0, 0, zero, zero);
        }
    }
}
