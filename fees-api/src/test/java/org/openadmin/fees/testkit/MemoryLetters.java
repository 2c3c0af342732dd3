package org.openadmin.fees.testkit;

import static org.openadmin.fees.testkit.Kit.cad;

import java.util.List;
import java.util.function.Function;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.InvoiceRun.State;
import org.openadmin.fees.api.invoicing.RunNumber;

/** Reminders of the in-memory office. */
public final class MemoryLetters implements OfficeStory.Letters {

    private final MemoryInvoiceRuns runs;

    public MemoryLetters(MemoryOffice office) {
        runs = office.runs();
    }

    @Override
    public void print(InvoiceRequest request, List<DueReminder> due, Function<AccountNumber, List<ChargeId>> charges) {
        RunNumber run = runs.begin(request, Channel.PRINT).number();
        for (DueReminder each : due) {
            runs.add(
                    run,
                    List.of(Line.of(each.student(), Outcome.INVOICED, each.amount())
                            .withReminder(each.stage())));
            runs.addPrinted(
                    run, each.student().number(), charges.apply(each.student().number()));
        }
        runs.end(run, State.DONE, due.size(), due.size(), cad("0.00"), cad("0.00"), "");
    }
}
