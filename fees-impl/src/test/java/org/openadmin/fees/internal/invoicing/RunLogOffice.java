package org.openadmin.fees.internal.invoicing;

import static org.openadmin.fees.internal.DatabaseOffice.CLERK;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.cad;

import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.testkit.Kit;

/** An office on a real database that records runs of invoices, on the portal {@code here} since its first start. */
final class RunLogOffice implements AfterAllCallback {

    static final PortalNode HERE = () -> new PortalStart("here", "first");
    static final RunTotals NOTHING = new RunTotals(0, 0, cad("0"), cad("0"));

    final DatabaseOffice office = new DatabaseOffice(20);
    final InvoiceRunRecorder recorder = recorder(HERE);

    /** A recorder on another portal, or after another start. */
    InvoiceRunRecorder recorder(PortalNode portal) {
        return new JpaInvoiceRunRecorder(office.transactions, office.settings, Kit.CLOCK, portal);
    }

    static InvoiceRequest request() {
        return InvoiceRequest.of(CLERK, DAY, Optional.empty());
    }

    static StudentSnapshot student(int number) {
        return new StudentSnapshot(new StudentNumber(number), "Student " + number, "9", "9A");
    }

    /** A message that has not been sent yet. */
    static Line message(int number, String due, String recipient) {
        return new Line(student(number), Outcome.WAITING, cad(due), recipient, "");
    }

    RunNumber begin(InvoiceRequest request, Channel channel) {
        return recorder.start(request, channel).run().number();
    }

    InvoiceRun end(RunNumber run, State state) {
        return recorder.end(run, state, NOTHING, "");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        office.close();
    }
}
