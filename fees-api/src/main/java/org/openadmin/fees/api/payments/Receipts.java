package org.openadmin.fees.api.payments;

import java.util.List;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The receipts that were given. Needs any of our roles. */
@ProviderType
public interface Receipts {

    /**
     * What a search found.
     *
     * @param receipts one page of the receipts, newest first: by number, largest first
     * @param total how many there are in all
     * @param received the money of all of them that were not voided, zero or more
     * @param voidedCount how many of them were voided
     * @param voided the money of all of them that were voided, zero or more
     */
    record Found(List<Receipt> receipts, int total, Money received, int voidedCount, Money voided) {
        public Found {
            receipts = List.copyOf(receipts);
        }
    }

    /**
     * Finds receipts.
     *
     * @throws NotAllowedException without a role
     */
    Found search(Actor reader, ReceiptQuery query, Page page);

    /**
     * Who has ever taken money, by name; not who took it in old data, which does not say.
     *
     * @throws NotAllowedException without a role
     */
    List<String> cashiers(Actor reader);
}
