package org.openadmin.fees.internal.invoicing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.InvoiceMailer;
import org.openadmin.fees.api.invoicing.InvoiceMailer.SharedAddress;
import org.openadmin.fees.api.invoicing.InvoiceRun.Delivery;
import org.openadmin.fees.api.invoicing.InvoiceRun.Line;
import org.openadmin.fees.api.invoicing.InvoiceRun.Outcome;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.Copy;
import org.openadmin.fees.internal.invoicing.MailPlan.Family;
import org.openadmin.fees.internal.mail.Recipients;
import org.openadmin.fees.spi.Invoice;
import org.openadmin.fees.spi.InvoiceRenderer;

/**
 * Decides who gets which invoices by e-mail. Each address gets one message with the invoices of all students who have it; an
 * address that several families share gets none, and neither does one that has an invoice of the same charges already.
 */
final class MailPlanner {

    private final InvoiceMailer.Request request;
    private final SharedAddresses sharedAddresses;
    private final InvoiceRenderer renderer;
    private final Map<String, Family> messages = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Copy> copies = new ArrayList<>();
    private final Set<String> shared = new TreeSet<>();
    private int alreadySent;

    MailPlanner(InvoiceMailer.Request request, SharedAddresses sharedAddresses, InvoiceRenderer renderer) {
        this.request = request;
        this.sharedAddresses = sharedAddresses;
        this.renderer = renderer;
    }

    /** Adds students who get no invoice at all. */
    void leaveOut(List<Line> leftOut) {
        lines.addAll(leftOut);
    }

    void add(Invoice invoice, EarlierInvoices earlier) {
        Recipients to = Recipients.of(invoice.hostStudent().map(Student::email).orElse(""));
        Optional<Outcome> unreachable = InvoiceOutcomes.unreachable(invoice, to);
        if (unreachable.isPresent()) {
            lines.add(new Line(
                    invoice.student(),
                    unreachable.get(),
                    invoice.due(),
                    "",
                    to.problem().orElse("")));
            return;
        }
        List<String> usable = to.addresses().stream()
                .filter(address -> !sharedAddresses.contains(key(address)))
                .toList();
        alreadySent +=
                !usable.isEmpty() && usable.stream().allMatch(address -> earlier.has(invoice, key(address))) ? 1 : 0;
        List<Delivery> deliveries = to.addresses().stream()
                .map(address -> new Delivery(key(address), outcome(invoice, key(address), earlier), ""))
                .toList();
        Line line = Line.of(invoice.student(), invoice.due(), deliveries);
        boolean isWanted = line.outcome() == Outcome.WAITING;
        lines.add(line.withUnprintable(isWanted ? renderer.unprintable(invoice) : "")
                .withReminder(isWanted ? invoice.reminder() : Optional.empty()));
        if (isWanted) {
            List<ChargeId> charges = invoice.charges().stream().map(Charge::id).toList();
            deliveries.forEach(delivery ->
                    copies.add(new Copy(invoice.student().number(), delivery.address(), delivery.outcome(), charges)));
            usable.stream()
                    .filter(address -> outcome(invoice, key(address), earlier) == Outcome.WAITING)
                    .forEach(address -> message(address).invoices().add(invoice));
        }
    }

    private Outcome outcome(Invoice invoice, String address, EarlierInvoices earlier) {
        boolean isShared = sharedAddresses.contains(address);
        if (isShared) {
            shared.add(address);
        }
        return InvoiceOutcomes.atAddress(isShared, earlier.has(invoice, address), request);
    }

    private static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    private Family message(String address) {
        return messages.computeIfAbsent(
                key(address), key -> new Family(new Recipients(List.of(address), Optional.empty()), new ArrayList<>()));
    }

    /** @param blindCopies whether the addresses with the same invoices get one message together */
    MailPlan plan(boolean blindCopies) {
        return new MailPlan(
                blindCopies ? together() : List.copyOf(messages.values()),
                lines,
                copies,
                alreadySent,
                shared.stream()
                        .map(address -> new SharedAddress(address, sharedAddresses.families(address)))
                        .toList());
    }

    private List<Family> together() {
        Map<List<Invoice>, List<String>> byInvoices = new LinkedHashMap<>();
        messages.values().forEach(each -> byInvoices
                .computeIfAbsent(each.invoices(), invoices -> new ArrayList<>())
                .addAll(each.to().addresses()));
        return byInvoices.entrySet().stream()
                .map(each -> new Family(new Recipients(each.getValue(), Optional.empty()), each.getKey()))
                .toList();
    }
}
