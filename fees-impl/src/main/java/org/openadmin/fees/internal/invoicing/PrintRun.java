package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Progress;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunCancelledException;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.StartedRun;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Found;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceDocument;
import org.openadmin.fees.spi.InvoiceRenderer;
import org.openadmin.fees.spi.ReaderWork;

/** One run of printed invoices and its log. It keeps a hundred students in memory at a time, whatever the size of the school. */
final class PrintRun {

    static final int STUDENTS_PER_PART = 100;

    private final RunNumber number;
    private final boolean isNew;
    private final InvoiceRequest request;
    private final InvoiceRunRecorder runs;
    private final InvoiceRenderer renderer;
    private final Money zero;

    private int invoices;
    private Money charged;
    private Money credit;

    PrintRun(
            StartedRun started, InvoiceRequest request, InvoiceRunRecorder runs, InvoiceRenderer renderer, Money zero) {
        this.number = started.run().number();
        this.isNew = started.isNew();
        this.request = request;
        this.runs = runs;
        this.renderer = renderer;
        this.zero = zero;
        this.charged = zero;
        this.credit = zero;
    }

    /**
     * Reads, logs and draws one part of the candidates after another.
     *
     * @throws RunCancelledException when the run is stopped through its progress, by another user, or because nobody waits for it
     */
    void draw(List<Candidate> candidates, InvoiceSelection selection, Progress progress, InvoiceDocument document) {
        int done = 0;
        for (List<Candidate> part : Parts.of(candidates, STUDENTS_PER_PART)) {
            if (!progress.at(done, candidates.size()) || isStopped()) {
                throw new RunCancelledException(number);
            }
            List<Invoice> printed = log(selection.read(part, request, Set.of(number)));
            if (!printed.isEmpty()) {
                document.add(printed);
            }
            done += part.size();
        }
    }

    /** A run that had ended before only makes its document again. */
    private boolean isStopped() {
        return ReaderWork.isStopped() || isNew && !runs.shouldContinue(number);
    }

    /**
     * Logs each student's result.
     *
     * @return the invoices to be drawn
     */
    private List<Invoice> log(Found found) {
        List<Line> lines = new ArrayList<>(found.leftOut());
        List<Invoice> drawn = new ArrayList<>();
        List<PrintedInvoice> printed = new ArrayList<>();
        for (Invoice invoice : found.invoices()) {
            Outcome outcome = InvoiceOutcomes.onPaper(invoice, request);
            boolean isPrinted = outcome == Outcome.INVOICED;
            lines.add(Line.of(invoice.student(), outcome, invoice.due())
                    .withUnprintable(isPrinted ? renderer.unprintable(invoice) : "")
                    .withReminder(isPrinted ? invoice.reminder() : Optional.empty()));
            if (isPrinted) {
                drawn.add(invoice);
                invoices++;
                printed.add(printed(invoice));
                charged = charged.plus(invoice.charged());
                credit = credit.plus(invoice.credit());
            }
        }
        return ReaderWork.record(() -> {
            runs.addPrinted(number, lines, printed);
            return drawn;
        });
    }

    private PrintedInvoice printed(Invoice invoice) {
        return new PrintedInvoice(
                invoices,
                invoice.student(),
                invoice.charges().stream().map(Charge::id).toList(),
                invoice.credit(),
                renderer.fingerprint(invoice),
                invoice.reminder());
    }

    /** Whether nobody gets an invoice. */
    boolean isEmpty() {
        return invoices == 0;
    }

    /**
     * Ends the run with its document.
     *
     * @throws RunCancelledException if these are reminders that do not count, because the run had ended without them or was silent for
     *     too long: the letters must not be handed out
     */
    InvoiceRun complete(int pages, RunDigests digests) {
        InvoiceRun ended = ReaderWork.record(
                () -> runs.complete(number, new RunTotals(invoices, pages, charged, credit), digests));
        if (request.isOfReminders() && ended.state() != State.DONE) {
            throw new RunCancelledException(number);
        }
        return ended;
    }

    /** Ends the run without a document. */
    InvoiceRun end(State state) {
        return end(state, "");
    }

    private InvoiceRun end(State state, String problem) {
        return ReaderWork.record(() -> runs.end(number, state, new RunTotals(0, 0, zero, zero), problem));
    }

    private RunCancelledException cancelled(RuntimeException failure) {
        return failure instanceof RunCancelledException known ? known : new RunCancelledException(number, failure);
    }

    /**
     * Ends a run that cannot go on.
     *
     * @return the exception for the user: whatever fails when nobody waits for the run any more, it was stopped
     */
    RuntimeException fail(RuntimeException failure) {
        boolean stopped = failure instanceof RunCancelledException || ReaderWork.isStopped();
        try {
            if (stopped) {
                end(State.CANCELLED, "");
            } else {
                end(State.FAILED, String.valueOf(failure.getMessage()));
            }
        } catch (RuntimeException e) {
            // the user must see the reason why the run stopped, not that its log is incomplete
            failure.addSuppressed(e);
        }
        return stopped ? cancelled(failure) : failure;
    }
}
