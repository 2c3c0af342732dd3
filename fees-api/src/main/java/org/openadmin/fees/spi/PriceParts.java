package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openadmin.fees.api.billing.ChargePart;
import org.openadmin.fees.api.billing.EqualParts;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.spi.ChargeShares.Share;

/** The parts in which a fee of this price is charged. */
public final class PriceParts {

    private PriceParts() {}

    /** @param first the due date of the first part */
    public static List<SplitPart> of(Price price, Instalments instalments, LocalDate first) {
        int count = instalments.count();
        List<LocalDate> due = instalments.every().days(first, count);
        List<Share> shares = ChargeShares.of(
                price.total(), price.taxes().stream().map(Tax::amount).toList(), EqualParts.of(price.total(), count));
        return IntStream.range(0, count)
                .mapToObj(i -> new SplitPart(
                        Optional.empty(),
                        Optional.of(new ChargePart(i + 1, count)),
                        due.get(i),
                        shares.get(i).subtotal(),
                        taxes(price, shares.get(i)),
                        shares.get(i).total()))
                .toList();
    }

    private static List<Tax> taxes(Price price, Share share) {
        return IntStream.range(0, price.taxes().size())
                .mapToObj(tax ->
                        new Tax(price.taxes().get(tax).name(), share.taxes().get(tax)))
                .toList();
    }
}
