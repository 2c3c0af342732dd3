package org.openadmin.fees.ui.internal.receipts;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;
import org.openadmin.fees.ui.internal.UserContext;

/** The results of a search for receipts: the totals and the first page; the list loads further pages when it needs them. */
final class ReceiptResults {

    static final int PAGE = 100;

    private final Receipts receipts;
    private final Actor reader;
    private final ReceiptQuery query;
    private final Receipts.SearchResult first;

    ReceiptResults(Receipts receipts, Actor reader, ReceiptQuery query) {
        this.receipts = receipts;
        this.reader = reader;
        this.query = query;
        first = receipts.search(reader, query, Page.first(PAGE));
    }

    int total() {
        return first.total();
    }

    List<Receipt> page(int offset, int limit) {
        List<Receipt> known = first.receipts();
        boolean here = offset + limit <= known.size() || known.size() >= first.total();
        return here
                ? known.subList(Math.min(offset, known.size()), Math.min(offset + limit, known.size()))
                : receipts.search(reader, query, new Page(offset, limit)).receipts();
    }

    String sentence(UserContext context) {
        String currency = first.received().currency().getCurrencyCode();
        String all = context.text(
                "receipts.found", first.total() - first.voidedCount(), context.format(first.received()), currency);
        return first.voidedCount() > 0
                ? all + " "
                        + context.text(
                                "receipts.found-voided", first.voidedCount(), context.format(first.voided()), currency)
                : all;
    }
}
