package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.invoicing.InvoiceRun.Delivery;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.RunTotals;
import org.openadmin.fees.internal.invoicing.MailPlan.Family;
import org.openadmin.fees.spi.Invoice;

/** The results of the messages of a run. A student with several addresses counts once, when the last of them has its result. */
final class MailResults {

    private final Map<AccountNumber, List<String>> messages = new HashMap<>();
    private final Map<String, Outcome> results = new HashMap<>();
    private final Money zero;

    /** @param zero 0.00 of the school's currency */
    MailResults(MailPlan plan, Money zero) {
        this.zero = zero;
        plan.families().forEach(family -> family.invoices()
                .forEach(invoice -> messages.computeIfAbsent(invoice.student().number(), student -> new ArrayList<>())
                        .add(family.to().key())));
    }

    /** @return what this result adds to the invoices that have been sent */
    RunTotals add(Family family, Outcome outcome) {
        results.put(family.to().key(), outcome);
        List<Invoice> sent = family.invoices().stream()
                .filter(invoice -> outcome(invoice) == Outcome.SENT)
                .toList();
        return new RunTotals(
                sent.size(),
                0,
                sent.stream().map(Invoice::charged).reduce(zero, Money::plus),
                sent.stream().map(Invoice::credit).reduce(zero, Money::plus));
    }

    private Outcome outcome(Invoice invoice) {
        List<Delivery> deliveries = messages.get(invoice.student().number()).stream()
                .map(key -> new Delivery(key, results.getOrDefault(key, Outcome.WAITING), ""))
                .toList();
        return Line.of(invoice.student(), invoice.due(), deliveries).outcome();
    }
}
