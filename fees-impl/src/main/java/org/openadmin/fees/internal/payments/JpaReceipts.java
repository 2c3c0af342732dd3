package org.openadmin.fees.internal.payments;

import java.util.Collection;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.FeesSettings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The receipts, a page at a time. */
@Component
public final class JpaReceipts implements Receipts {

    private final Transactions transactions;
    private final FeesSettings settings;

    @Activate
    public JpaReceipts(@Reference Transactions transactions, @Reference FeesSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
    }

    @Override
    public SearchResult search(Actor reader, ReceiptQuery query, Page page) {
        reader.require(Role.VIEW);
        return transactions
                .readAtOneMoment(
                        em -> new ReceiptPageQueries(em, settings.current().currency())
                                .search(query, page.offset(), page.limit()))
                .shownTo(reader);
    }

    @Override
    public List<Receipt> numbered(Actor reader, Collection<ReceiptNumber> numbers) {
        reader.require(Role.VIEW);
        return transactions
                .readAtOneMoment(em -> new ReceiptQueries(em, settings.current().currency()).numbered(numbers))
                .stream()
                .map(receipt -> receipt.shownTo(reader))
                .toList();
    }

    @Override
    public List<String> cashiers(Actor reader) {
        reader.require(Role.VIEW);
        return new CashierQueries(transactions).names();
    }
}
