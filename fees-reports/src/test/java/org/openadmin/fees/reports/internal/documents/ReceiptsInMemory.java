package org.openadmin.fees.reports.internal.documents;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;

/** The receipts of the sample school, searched as specified by the API. */
public final class ReceiptsInMemory implements Receipts {

    int queries;
    public Runnable betweenQueries = () -> {};
    private final Collection<Receipt> receipts;

    ReceiptsInMemory(Collection<Receipt> receipts) {
        this.receipts = receipts;
    }

    @Override
    public Found search(Actor reader, ReceiptQuery query, Page page) {
        queries++;
        List<Receipt> found = receipts.stream()
                .filter(receipt -> matches(receipt, query))
                .sorted(Comparator.comparing(Receipt::number).reversed())
                .toList();
        Found answer = new Found(
                found.stream().skip(page.offset()).limit(page.limit()).toList(),
                found.size(),
                sum(found, receipt -> receipt.voided().isEmpty()),
                (int) found.stream()
                        .filter(receipt -> receipt.voided().isPresent())
                        .count(),
                sum(found, receipt -> receipt.voided().isPresent()));
        betweenQueries.run();
        return answer;
    }

    @Override
    public List<String> cashiers(Actor reader) {
        throw new UnsupportedOperationException("no document asks");
    }

    private static boolean matches(Receipt receipt, ReceiptQuery query) {
        return query.number().map(receipt.number()::equals).orElse(true)
                && query.student().map(receipt.student().number()::equals).orElse(true)
                && query.from().map(day -> !receipt.date().isBefore(day)).orElse(true)
                && query.to().map(day -> !receipt.date().isAfter(day)).orElse(true)
                && query.cashier().map(receipt.cashier()::equals).orElse(true);
    }

    private static Money sum(List<Receipt> receipts, Predicate<Receipt> which) {
        return receipts.stream()
                .filter(which)
                .map(Receipt::received)
                .reduce(Money.zero(DocumentSchool.CAD), Money::plus);
    }
}
