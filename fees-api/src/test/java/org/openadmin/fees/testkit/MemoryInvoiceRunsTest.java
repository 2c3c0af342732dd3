package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.stream.Stream;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;

class MemoryInvoiceRunsTest extends InvoiceRunsContract {

    @Override
    protected MemoryOffice open() {
        return new MemoryOffice();
    }

    private MemoryInvoiceRuns runs() {
        return ((MemoryOffice) office).runs();
    }

    @Override
    protected RunNumber begin(InvoiceRequest request, Channel channel, List<Line> lines) {
        RunNumber run = runs().begin(request, channel).number();
        runs().add(run, lines);
        lines.stream().filter(line -> line.outcome() == Outcome.WAITING).forEach(line -> Stream.of(
                        line.recipient().split(","))
                .forEach(address -> runs().addCopy(run, line.student().number(), address, Outcome.WAITING, List.of())));
        return run;
    }

    @Override
    protected boolean claim(RunNumber run, String address) {
        return runs().change(run, address, Outcome.WAITING, Outcome.SENDING, "");
    }

    @Override
    protected void result(RunNumber run, String address, Outcome outcome, String detail) {
        runs().change(run, address, Outcome.SENDING, outcome, detail);
    }

    @Override
    protected void end(RunNumber run, State state, String problem) {
        runs().end(run, state, 2, 3, cad("30.00"), cad("5.05"), problem);
    }
}
