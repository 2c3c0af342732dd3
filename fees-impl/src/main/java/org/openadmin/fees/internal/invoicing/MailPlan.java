package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Candidate;
import org.openadmin.fees.internal.invoicing.InvoiceSelection.Found;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.Invoice;

/**
 * The messages of a run.
 *
 * @param families one message for each family, in the order of their first students
 * @param leftOut the students without a message, with the reason
 */
record MailPlan(List<Family> families, List<Line> leftOut) {

    /** The students with the same e-mail addresses. */
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

        List<Line> waiting() {
            return invoices.stream()
                    .map(invoice -> new Line(invoice.student(), Outcome.WAITING, invoice.due(), to.key(), ""))
                    .toList();
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
            InvoiceRunRecorder runs) {
        Map<String, Family> families = new LinkedHashMap<>();
        List<Line> leftOut = new ArrayList<>();
        for (List<Candidate> some : Parts.of(candidates, InvoiceSelection.STUDENTS_PER_QUERY)) {
            Found found = selection.read(some, request.invoices());
            leftOut.addAll(found.leftOut());
            Map<StudentNumber, List<Money>> sent = request.includeAlreadySent() ? Map.of() : sent(found, request, runs);
            for (Invoice invoice : found.invoices()) {
                Recipients to =
                        Recipients.of(invoice.hostStudent().map(Student::email).orElse(""));
                Outcome outcome = InvoiceOutcomes.byEmail(
                        invoice, to, sent.getOrDefault(invoice.student().number(), List.of()));
                if (outcome == Outcome.WAITING) {
                    families.computeIfAbsent(to.key(), key -> new Family(to, new ArrayList<>()))
                            .invoices()
                            .add(invoice);
                } else {
                    leftOut.add(new Line(
                            invoice.student(),
                            outcome,
                            invoice.due(),
                            "",
                            to.problem().orElse("")));
                }
            }
        }
        return new MailPlan(List.copyOf(families.values()), leftOut);
    }

    private static Map<StudentNumber, List<Money>> sent(
            Found found, InvoiceMailer.Request request, InvoiceRunRecorder runs) {
        return runs.emailedAmounts(
                request.invoices().date(),
                found.invoices().stream()
                        .map(invoice -> invoice.student().number())
                        .toList());
    }

    /** The number of students left out for each reason. */
    Map<Outcome, Integer> reasons() {
        Map<Outcome, Integer> reasons = new EnumMap<>(Outcome.class);
        leftOut.forEach(line -> reasons.merge(line.outcome(), 1, Integer::sum));
        return reasons;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>(leftOut);
        families.stream().map(Family::waiting).forEach(lines::addAll);
        return lines;
    }

    /** The invoices of all messages. */
    List<Invoice> invoices() {
        return families.stream()
                .map(Family::invoices)
                .flatMap(Collection::stream)
                .toList();
    }
}
