package org.openadmin.fees.reports.internal.documents;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.documents.DocumentException;
import org.openadmin.fees.api.documents.DocumentException.Problem;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.api.payments.ReceiptQuery;
import org.openadmin.fees.api.payments.Receipts;

/** Reads all receipts of a query, a thousand at a time, smallest number first. */
final class ReceiptReader {

    /** A longer document would need too much of the portal's memory. */
    static final int MAX_RECEIPTS = 2000;

    private static final int RECEIPTS_PER_QUERY = 1000;
    private static final int READINGS = 5;

    private final Receipts receipts;

    ReceiptReader(Receipts receipts) {
        this.receipts = receipts;
    }

    /** Those with these numbers, smallest first. */
    List<Receipt> numbered(Actor reader, List<ReceiptNumber> numbers) {
        requireFew(numbers.size());
        return receipts.numbered(reader, numbers);
    }

    private static void requireFew(int count) {
        if (count > MAX_RECEIPTS) {
            throw new DocumentException(
                    Problem.TOO_LONG, count + " receipts, where " + MAX_RECEIPTS + " are the most", null);
        }
    }

    /** A receipt issued during the reading shifts the others. Then all are read again, so that none is missing or duplicated. */
    List<Receipt> of(Actor reader, ReceiptQuery query) {
        for (int reading = 1; reading <= READINGS; reading++) {
            Receipts.SearchResult first = receipts.search(reader, query, Page.first(RECEIPTS_PER_QUERY));
            requireFew(first.total());
            List<Receipt> all = new ArrayList<>(first.receipts());
            Receipts.SearchResult last = first;
            while (all.size() < last.total() && !last.receipts().isEmpty()) {
                last = receipts.search(reader, query, new Page(all.size(), RECEIPTS_PER_QUERY));
                all.addAll(last.receipts());
            }
            if (last.total() == first.total() && all.size() == first.total()) {
                Collections.reverse(all);
                return all;
            }
        }
        throw new DocumentException(Problem.FAILED, "receipts are given faster than they are read", null);
    }
}
