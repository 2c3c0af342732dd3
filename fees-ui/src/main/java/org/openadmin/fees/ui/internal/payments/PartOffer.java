package org.openadmin.fees.ui.internal.payments;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaidPart;

/**
 * What money pays that is not enough for all selected charges: the first ones in full, and a part of the next one.
 *
 * @param full the charges that are paid in full
 * @param split the charge of which a part is paid
 * @param part that part
 */
record PartOffer(Set<ChargeId> full, Charge split, Money part) {

    PartOffer {
        full = Set.copyOf(full);
    }

    /**
     * The offer for these charges; empty if the money covers all of them, or exactly the first ones.
     *
     * @param selected in the order in which they are paid
     * @param money with the credit that is used
     */
    static Optional<PartOffer> of(Collection<Charge> selected, Money money) {
        Set<ChargeId> full = new HashSet<>();
        Money left = money;
        for (Charge charge : selected) {
            if (charge.total().compareTo(left) > 0) {
                return left.isPositive() ? Optional.of(new PartOffer(full, charge, left)) : Optional.empty();
            }
            full.add(charge.id());
            left = left.minus(charge.total());
        }
        return Optional.empty();
    }

    PaidPart paid() {
        return new PaidPart(split.id(), part);
    }
}
