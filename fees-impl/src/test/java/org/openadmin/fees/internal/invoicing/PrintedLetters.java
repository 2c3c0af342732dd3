package org.openadmin.fees.internal.invoicing;

import static org.openadmin.fees.testkit.Kit.cad;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.DueReminder;
import org.openadmin.fees.api.invoicing.InvoiceRequest;
import org.openadmin.fees.api.invoicing.InvoiceRun.Channel;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.PrintedInvoice;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunDigests;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.testkit.OfficeStory;

/** Keeps runs of reminders as if their documents had been made. */
public final class PrintedLetters implements OfficeStory.Letters {

    private final JpaInvoiceRunRecorder recorder;

    public PrintedLetters(DatabaseOffice office, Clock clock) {
        recorder = new JpaInvoiceRunRecorder(office.transactions, office.settings, clock, new LocalPortal());
    }

    @Override
    public void print(InvoiceRequest request, List<DueReminder> due, Function<AccountNumber, List<ChargeId>> charges) {
        RunNumber run = recorder.start(request, Channel.PRINT).run().number();
        recorder.addPrinted(
                run,
                due.stream()
                        .map(each -> Line.of(each.student(), Outcome.INVOICED, each.amount())
                                .withReminder(each.stage()))
                        .toList(),
                IntStream.range(0, due.size())
                        .mapToObj(order -> new PrintedInvoice(
                                order + 1,
                                due.get(order).student(),
                                charges.apply(due.get(order).student().number()),
                                cad("0.00"),
                                "a".repeat(64),
                                due.get(order).stage()))
                        .toList());
        recorder.complete(
                run,
                new RunTotals(due.size(), due.size(), cad("0.00"), cad("0.00")),
                new RunDigests("a".repeat(64), "b".repeat(64)));
    }
}
