package org.openadmin.fees.api.payments;

import java.util.Collection;
import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The receipts. Requires any fees role. */
@ProviderType
public interface Receipts {

    /**
     * The result of a search.
     *
     * @param receipts one page of the receipts, newest first: by number, largest first
     * @param total how many there are in all
     * @param received the money of all of them that were not voided, zero or more
     * @param voidedCount how many of them were voided
     * @param voided the money of all of them that were voided, zero or more
     */
    record SearchResult(List<Receipt> receipts, int total, Money received, int voidedCount, Money voided) {
        public SearchResult {
            receipts = List.copyOf(receipts);
        }

        /** Returns the page as this reader may see it, see {@link Receipt#shownTo}. */
        public SearchResult shownTo(Actor reader) {
            return new SearchResult(
                    receipts.stream().map(receipt -> receipt.shownTo(reader)).toList(),
                    total,
                    received,
                    voidedCount,
                    voided);
        }
    }

    /**
     * Returns one page of the receipts that match the query, and the totals of all of them.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    SearchResult search(Actor reader, ReceiptQuery query, Page page);

    /**
     * Returns the receipts with these numbers, smallest number first; one that does not exist is left out. If old data has a number twice, the
     * oldest receipt is returned.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<Receipt> numbered(Actor reader, Collection<ReceiptNumber> numbers);

    /**
     * Returns the log-in names of all cashiers who have taken a payment, sorted. Payments in old data have no cashier.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<String> cashiers(Actor reader);
}
