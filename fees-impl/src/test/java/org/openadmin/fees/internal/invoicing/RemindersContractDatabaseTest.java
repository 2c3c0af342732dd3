package org.openadmin.fees.internal.invoicing;

import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Copy;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.Office;
import org.openadmin.fees.testkit.RemindersContract;

class RemindersContractDatabaseTest extends RemindersContract {

    private static final String ADDRESS = "mum@home.example";
    private static final RunTotals NOTHING = new RunTotals(0, 0, cad("0"), cad("0"));

    @Override
    protected Office open() {
        return new ContractOffice();
    }

    private InvoiceRunRecorder recorder() {
        DatabaseOffice database = ((ContractOffice) office).office;
        return new JpaInvoiceRunRecorder(database.transactions, database.settings, Kit.CLOCK, new LocalPortal());
    }

    @Override
    protected RunNumber begin(InvoiceRequest request, Channel channel) {
        return recorder().start(request, channel).run().number();
    }

    @Override
    protected void print(RunNumber run, Line line, List<ChargeId> charges) {
        recorder()
                .addPrinted(
                        run,
                        List.of(line),
                        List.of(new PrintedInvoice(
                                1, line.student(), charges, cad("0.00"), "a".repeat(64), line.reminder())));
    }

    @Override
    protected void complete(RunNumber run) {
        recorder()
                .complete(
                        run,
                        new RunTotals(1, 1, cad("10.00"), cad("0.00")),
                        new RunDigests("a".repeat(64), "b".repeat(64)));
    }

    @Override
    protected void email(RunNumber run, Line line, List<ChargeId> charges, Outcome outcome) {
        recorder()
                .add(
                        run,
                        List.of(line.with(Outcome.WAITING, "")),
                        List.of(new Copy(line.student().number(), ADDRESS, Outcome.WAITING, charges)));
        recorder().claim(run, ADDRESS);
        recorder().recordResult(run, ADDRESS, outcome, "", NOTHING);
    }

    @Override
    protected void end(RunNumber run, State state) {
        recorder().end(run, state, NOTHING, "");
    }
}
