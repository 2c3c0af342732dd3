package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;

class MemoryRemindersTest extends RemindersContract {

    private static final String ADDRESS = "mum@home.example";

    @Override
    protected MemoryOffice open() {
        return new MemoryOffice();
    }

    private MemoryInvoiceRuns runs() {
        return ((MemoryOffice) office).runs();
    }

    @Override
    protected RunNumber begin(InvoiceRequest request, Channel channel) {
        return runs().find(request, channel).map(InvoiceRun::number).orElseGet(() -> runs().begin(request, channel)
                .number());
    }

    @Override
    protected void print(RunNumber run, Line line, List<ChargeId> charges) {
        runs().add(run, List.of(line));
        runs().addPrinted(run, line.student().number(), charges);
    }

    @Override
    protected void complete(RunNumber run) {
        runs().end(run, State.DONE, 1, 1, cad("10.00"), cad("0.00"), "");
    }

    @Override
    protected void email(RunNumber run, Line line, List<ChargeId> charges, Outcome outcome) {
        runs().add(run, List.of(line.with(Outcome.WAITING, "")));
        runs().addCopy(run, line.student().number(), ADDRESS, Outcome.WAITING, charges);
        runs().change(run, ADDRESS, Outcome.WAITING, Outcome.SENDING, "");
        runs().change(run, ADDRESS, Outcome.SENDING, outcome, "");
    }

    @Override
    protected void end(RunNumber run, State state) {
        runs().end(run, state, 0, 0, cad("0.00"), cad("0.00"), "");
    }
}
