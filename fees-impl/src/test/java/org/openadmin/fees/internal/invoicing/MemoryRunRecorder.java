package org.openadmin.fees.internal.invoicing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.testkit.MemoryInvoiceRuns;

/** Writes the logs of the in-memory office. */
record MemoryRunRecorder(MemoryInvoiceRuns runs) implements InvoiceRunRecorder {

    @Override
    public StartedRun start(InvoiceRequest request, Channel channel) {
        request.actor().require(Role.BILL);
        Optional<InvoiceRun> found = runs.find(request, channel);
        return found.map(run -> new StartedRun(run, false))
                .orElseGet(() -> new StartedRun(runs.begin(request, channel), true));
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
    public List<EmailedInvoice> emailed(Collection<StudentNumber> students) {
        return runs.emailed(students).stream()
                .map(each -> new EmailedInvoice(each.run(), each.student(), each.address(), each.charges(), each.due()))
                .toList();
    }
}
