package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.reports.internal.documents.InvoiceSelection.Candidate;
import org.openadmin.fees.reports.internal.documents.InvoiceSelection.Found;
import org.openadmin.fees.reports.internal.mail.Recipients;
import org.openadmin.fees.spi.InvoiceRunRecorder;

/**
 * Who gets which message.
 *
 * @param families the messages, in the order of their first students
 * @param leftOut who gets none, and why
 */
record MailPlan(List<Family> families, List<Line> leftOut) {

    private static final int STUDENTS_PER_QUERY = 500;

    /** The students with the same addresses. */
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

    /** Reads what these candidates owe, and what was sent to them before. */
    static MailPlan read(
            List<Candidate> candidates,
            InvoiceMailer.Request request,
            InvoiceSelection selection,
            InvoiceRunRecorder runs) {
        Map<String, Family> families = new LinkedHashMap<>();
        List<Line> leftOut = new ArrayList<>();
        for (int from = 0; from < candidates.size(); from += STUDENTS_PER_QUERY) {
            List<Candidate> some = candidates.subList(from, Math.min(from + STUDENTS_PER_QUERY, candidates.size()));
            Found found = selection.read(some, request.invoices());
            leftOut.addAll(found.leftOut());
            Map<StudentNumber, List<Money>> sent = request.again()
                    ? Map.of()
                    : runs.sent(
                            request.invoices().date(),
                            found.invoices().stream()
                                    .map(invoice -> invoice.student().number())
                                    .toList());
            for (Invoice invoice : found.invoices()) {
                Recipients to =
                        Recipients.of(invoice.atHost().map(Student::email).orElse(""));
                Optional<Outcome> reason = reason(invoice, to, sent);
                if (reason.isPresent()) {
                    leftOut.add(new Line(
                            invoice.student(),
                            reason.get(),
                            invoice.due(),
                            "",
                            to.problem().orElse("")));
                } else {
                    families.computeIfAbsent(to.key(), key -> new Family(to, new ArrayList<>()))
                            .invoices()
                            .add(invoice);
                }
            }
        }
        return new MailPlan(List.copyOf(families.values()), leftOut);
    }

    private static Optional<Outcome> reason(Invoice invoice, Recipients to, Map<StudentNumber, List<Money>> sent) {
        if (invoice.atHost().isEmpty()) {
            return Optional.of(Outcome.UNKNOWN_STUDENT);
        }
        if (to.isEmpty()) {
            return Optional.of(Outcome.NO_EMAIL);
        }
        boolean before =
                sent.getOrDefault(invoice.student().number(), List.of()).contains(invoice.due());
        return before ? Optional.of(Outcome.ALREADY_SENT) : Optional.empty();
    }

    /** How many were left out, and why. */
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
