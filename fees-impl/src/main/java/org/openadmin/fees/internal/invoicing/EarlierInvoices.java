package org.openadmin.fees.internal.invoicing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.invoicing.RunNumber;
import org.openadmin.fees.internal.invoicing.InvoiceRunRecorder.EmailedInvoice;
import org.openadmin.fees.spi.Invoice;

/**
 * The invoices that earlier runs have e-mailed. What counts is what was sent to an address: a corrected address has got nothing
 * yet. An invoice has been sent before if an earlier one had all its charges and at least its amount due, whatever the dates of
 * the two: it would bring the family nothing new. A reminder is not an invoice, and has been sent before only by the run that is finished:
 * which stages a student was reminded of is decided beforehand.
 */
final class EarlierInvoices {

    /** A student at an address. */
    private record Destination(AccountNumber student, String address) {}

    private final Map<Destination, List<EmailedInvoice>> emailed;
    private final Optional<RunNumber> finished;

    /** @param finished the run to finish: whom it reached has been sent its invoice, whatever has been charged since */
    EarlierInvoices(Collection<EmailedInvoice> emailed, Optional<RunNumber> finished) {
        this.emailed = emailed.stream()
                .collect(Collectors.groupingBy(
                        each -> new Destination(each.student(), each.address()), HashMap::new, Collectors.toList()));
        this.finished = finished;
    }

    /** @param address in small letters */
    boolean has(Invoice invoice, String address) {
        List<EmailedInvoice> here =
                emailed.getOrDefault(new Destination(invoice.student().number(), address), List.of());
        return here.stream()
                .anyMatch(each -> finished.equals(Optional.of(each.run()))
                        || invoice.reminder().isEmpty() && covers(each, invoice));
    }

    private static boolean covers(EmailedInvoice earlier, Invoice invoice) {
        if (earlier.charges().isEmpty()) {
            return earlier.due().equals(invoice.due());
        }
        Set<ChargeId> before = Set.copyOf(earlier.charges());
        return invoice.due().compareTo(earlier.due()) <= 0
                && invoice.charges().stream().map(Charge::id).allMatch(before::contains);
    }
}
