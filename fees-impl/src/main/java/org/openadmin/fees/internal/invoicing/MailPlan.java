package org.openadmin.fees.internal.invoicing;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceMailer.SharedAddress;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Copy;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Found;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceRenderer;

/**
 * The messages of a run.
 *
 * @param families the messages, in the order of their first students
 * @param lines all students of the run, with a message or without
 * @param copies each invoice for each address
 * @param alreadySent the students whose addresses have all been sent an invoice of the same charges before
 * @param shared the addresses that get nothing because several families share them
 */
record MailPlan(
        List<Family> families, List<Line> lines, List<Copy> copies, int alreadySent, List<SharedAddress> shared) {

    /** A message: its addresses, and the invoices of the family's students that each of them gets. */
    record Family(Recipients to, List<Invoice> invoices) {

        Money charged() {
            return sum(invoices.stream().map(Invoice::charged).toList());
        }

        Money credit() {
            return sum(invoices.stream().map(Invoice::credit).toList());
        }

        Money due() {
            return charged().minus(credit());
        }

        private static Money sum(List<Money> amounts) {
            return amounts.stream().reduce(Money::plus).orElseThrow();
        }
    }

    /** Reads the amounts that these candidates owe and the invoices already sent to them. */
    static MailPlan read(
            List<Candidate> candidates,
            InvoiceMailer.Request request,
            InvoiceSelection selection,
            InvoiceRunRecorder runs,
            InvoiceRenderer renderer,
            boolean blindCopies) {
        Set<RunNumber> uncounted = request.finishes().map(Set::of).orElse(Set.of());
        MailPlanner planner = new MailPlanner(request, selection.sharedAddresses(candidates), renderer);
        for (List<Candidate> some : Parts.of(candidates, InvoiceSelection.STUDENTS_PER_QUERY)) {
            Found found = selection.read(some, request.invoices(), uncounted);
            planner.leaveOut(found.leftOut());
            EarlierInvoices earlier = new EarlierInvoices(
                    runs.emailed(
                            request.invoices().kind(),
                            found.invoices().stream()
                                    .map(invoice -> invoice.student().number())
                                    .toList()),
                    request.finishes());
            found.invoices().forEach(invoice -> planner.add(invoice, earlier));
        }
        return planner.plan(blindCopies);
    }

    /** The number of students left out for each reason. */
    Map<Outcome, Integer> reasons() {
        Map<Outcome, Integer> reasons = new EnumMap<>(Outcome.class);
        lines.stream()
                .map(Line::outcome)
                .filter(Outcome::isLeftOut)
                .forEach(outcome -> reasons.merge(outcome, 1, Integer::sum));
        return reasons;
    }

    /** The invoices of all messages, each once. */
    List<Invoice> invoices() {
        Map<AccountNumber, Invoice> invoices = new LinkedHashMap<>();
        families.stream()
                .flatMap(family -> family.invoices().stream())
                .forEach(invoice -> invoices.putIfAbsent(invoice.student().number(), invoice));
        return List.copyOf(invoices.values());
    }
}
