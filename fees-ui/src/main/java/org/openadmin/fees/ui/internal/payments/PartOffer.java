package org.openadmin.fees.ui.internal.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.SoldFee;

/**
 * What money pays that is not enough for all that is selected: the first charges in full, and a part of the next one, or else of what is
 * sold.
 *
 * @param full the charges that are paid in full
 * @param split the charge of which a part is paid; empty if it is a part of what is sold
 * @param sold what is sold, with what is paid of it
 * @param partly the name of what is sold and paid in part; empty if a charge is
 * @param part what is paid in part
 * @param whole what it comes to
 */
record PartOffer(
        Set<ChargeId> full, Optional<Charge> split, List<SoldFee> sold, String partly, Money part, Money whole) {

    PartOffer {
        full = Set.copyOf(full);
        sold = List.copyOf(sold);
    }

    /**
     * The offer; empty if the money covers everything, or exactly the first charges.
     *
     * @param selected in the order in which they are paid
     * @param lines what is sold, which is paid last
     * @param money with the credit that is used
     */
    static Optional<PartOffer> of(Collection<Charge> selected, List<SoldLine> lines, Money money) {
        Money zero = Money.zero(money.currency());
        Set<ChargeId> full = new HashSet<>();
        Money left = money;
        for (Charge charge : selected) {
            if (charge.total().compareTo(left) > 0) {
                List<SoldFee> owed = lines.stream().map(line -> line.paid(zero)).toList();
                return left.isPositive()
                        ? Optional.of(new PartOffer(full, Optional.of(charge), owed, "", left, charge.total()))
                        : Optional.empty();
            }
            full.add(charge.id());
            left = left.minus(charge.total());
        }
        return ofSale(full, lines, left);
    }

    private static Optional<PartOffer> ofSale(Set<ChargeId> full, List<SoldLine> lines, Money money) {
        List<SoldFee> sold = new ArrayList<>();
        Optional<SoldLine> partly = Optional.empty();
        Money left = money;
        Money part = money;
        for (SoldLine line : lines) {
            if (partly.isEmpty() && line.total().compareTo(left) <= 0) {
                sold.add(line.paid());
                left = left.minus(line.total());
            } else if (partly.isEmpty()) {
                part = left;
                partly = Optional.of(line);
                sold.add(line.paid(left));
            } else {
                sold.add(line.paid(Money.zero(money.currency())));
            }
        }
        Money paid = part;
        return partly.filter(line -> paid.isPositive())
                .map(line -> new PartOffer(full, Optional.empty(), sold, line.text(), paid, line.total()));
    }

    Optional<PaidPart> paid() {
        return split.map(charge -> new PaidPart(charge.id(), part));
    }
}
