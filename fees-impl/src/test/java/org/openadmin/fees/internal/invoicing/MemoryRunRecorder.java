package org.openadmin.fees.internal.invoicing;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Kind;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.testkit.MemoryInvoiceRuns;

/** Writes the logs of the in-memory office. */
final class MemoryRunRecorder implements InvoiceRunRecorder {

    private final MemoryInvoiceRuns runs;
    private final Map<RunNumber, Map<AccountNumber, PrintedInvoice>> printed = new HashMap<>();
    private final Map<RunNumber, RunDigests> digests = new HashMap<>();

    MemoryRunRecorder(MemoryInvoiceRuns runs) {
        this.runs = runs;
    }

    @Override
    public <R> R prepare(InvoiceRequest request, Channel channel, Supplier<R> work) {
        return runs.prepare(request, channel, work);
    }

    @Override
    public StartedRun start(InvoiceRequest request, Channel channel) {
        return runs.prepare(request, channel, () -> {
            request.actor().require(Role.BILL);
            Optional<InvoiceRun> found = runs.find(request, channel);
            return found.map(run -> new StartedRun(run, false))
                    .orElseGet(() -> new StartedRun(runs.begin(request, channel), true));
        });
    }

    @Override
    public void add(RunNumber run, List<Line> lines, List<Copy> copies) {
        runs.add(run, lines);
        copies.forEach(copy -> runs.addCopy(run, copy.student(), copy.address(), copy.outcome(), copy.charges()));
    }

    @Override
    public boolean claim(RunNumber run, String recipient) {
        return runs.change(run, recipient, Outcome.WAITING, Outcome.SENDING, "");
    }

    @Override
    public void recordResult(RunNumber run, String recipient, Outcome outcome, String detail, RunTotals sent) {
        if (runs.change(run, recipient, Outcome.SENDING, outcome, detail)) {
            runs.count(run, sent.invoices(), sent.charged(), sent.credit());
        }
    }

    @Override
    public boolean shouldContinue(RunNumber run) {
        return runs.shouldContinue(run);
    }

    @Override
    public void recordWait(RunNumber run, String reason) {
        runs.recordWait(run, reason);
    }

    @Override
    public void endInterrupted() {
        // the logs in memory are lost with their portal
    }

    @Override
    public InvoiceRun end(RunNumber run, State state, RunTotals made, String problem) {
        return runs.end(run, state, made.invoices(), made.pages(), made.charged(), made.credit(), problem);
    }

    @Override
    public List<EmailedInvoice> emailed(Kind kind, Collection<AccountNumber> students) {
        return runs.emailed(kind, students).stream()
                .map(each -> new EmailedInvoice(each.run(), each.student(), each.address(), each.charges(), each.due()))
                .toList();
    }

    @Override
    public List<Reminded> reminded(Collection<AccountNumber> students) {
        return runs.reminded(students).stream()
                .map(each -> new Reminded(
                        each.run().number(),
                        each.run().channel(),
                        each.run().date(),
                        each.student(),
                        each.stage(),
                        each.charges()))
                .toList();
    }

    @Override
    public void addPrinted(RunNumber run, List<Line> lines, List<PrintedInvoice> invoices) {
        runs.add(run, lines);
        invoices.forEach(invoice -> runs.addPrinted(run, invoice.student().number(), invoice.charges()));
        Map<AccountNumber, PrintedInvoice> known = printed.computeIfAbsent(run, first -> new HashMap<>());
        invoices.forEach(invoice -> known.putIfAbsent(invoice.student().number(), invoice));
    }

    @Override
    public InvoiceRun complete(RunNumber run, RunTotals made, RunDigests recorded) {
        digests.putIfAbsent(run, recorded);
        return end(run, State.DONE, made, "");
    }

    /** Forgets what was on the invoices of a run, as in the runs of early versions. */
    void forget(RunNumber run) {
        printed.remove(run);
        digests.remove(run);
    }

    @Override
    public Optional<RunDigests> digests(RunNumber run) {
        return Optional.ofNullable(digests.get(run));
    }

    @Override
    public List<PrintedInvoice> printed(RunNumber run, int after, int limit) {
        return printed.get(run).values().stream()
                .filter(invoice -> invoice.order() > after)
                .sorted(Comparator.comparing(PrintedInvoice::order))
                .limit(limit)
                .toList();
    }
}
