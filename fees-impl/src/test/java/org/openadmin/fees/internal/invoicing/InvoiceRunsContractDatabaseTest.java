package org.openadmin.fees.internal.invoicing;

import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.testkit.InvoiceRunsContract;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.Office;

class InvoiceRunsContractDatabaseTest extends InvoiceRunsContract {

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    private InvoiceRunRecorder recorder() {
        DatabaseOffice database = ((ContractOffice) office).office;
        return new JpaInvoiceRunRecorder(database.transactions, database.settings, Kit.CLOCK, new LocalPortal());
    }

    @Override
    protected RunNumber begin(InvoiceRequest request, Channel channel, List<Line> lines) {
        RunNumber run = recorder().start(request, channel).run().number();
        if (!lines.isEmpty()) {
            recorder().add(run, lines);
        }
        return run;
    }

    @Override
    protected boolean claim(RunNumber run, String address) {
        return recorder().claim(run, address);
    }

    @Override
    protected void result(RunNumber run, String address, Outcome outcome, String detail) {
        recorder().recordResult(run, address, outcome, detail, new RunTotals(0, 0, cad("0"), cad("0")));
    }

    @Override
    protected void end(RunNumber run, State state, String problem) {
        recorder().end(run, state, new RunTotals(2, 3, cad("30.00"), cad("5.05")), problem);
    }
}
