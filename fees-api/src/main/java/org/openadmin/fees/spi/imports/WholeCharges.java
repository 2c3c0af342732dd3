package org.openadmin.fees.spi.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;

/** The charges that money settles of which nobody said for what it is: those that it covers in full, the ones due first being first. */
public final class WholeCharges {

    private static final Comparator<Charge> DUE_FIRST =
            Comparator.comparing(Charge::due).thenComparing(Charge::date).thenComparing(Charge::id);

    private WholeCharges() {}

    /** @param worth the money and the credit of the account */
    public static List<Charge> covered(Collection<Charge> outstanding, Money worth) {
        Money left = worth;
        List<Charge> covered = new ArrayList<>();
        for (Charge charge : outstanding.stream().sorted(DUE_FIRST).toList()) {
            if (charge.total().compareTo(left) <= 0) {
                covered.add(charge);
                left = left.minus(charge.total());
            }
        }
        return covered;
    }
}
