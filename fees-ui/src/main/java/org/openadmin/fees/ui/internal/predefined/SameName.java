package org.openadmin.fees.ui.internal.predefined;

import java.util.List;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.spi.search.TextFolding;

/** Finds predefined fees that are easily mistaken for each other: those with one name. */
record SameName(List<PredefinedFee> fees) {

    /** The fees with this name, ignoring case and accents. */
    List<PredefinedFee> named(String name) {
        String wanted = TextFolding.plain(name);
        return fees.stream()
                .filter(each -> TextFolding.plain(each.fee().name()).equals(wanted))
                .toList();
    }

    /** Whether another fee has the name of this one and another price. */
    boolean hasOtherPrice(PredefinedFee fee) {
        return named(fee.fee().name()).stream().anyMatch(other -> !isSamePrice(other.fee(), fee.fee()));
    }

    /** Whether both cost the same, whatever their descriptions. */
    static boolean isSamePrice(Fee one, Fee other) {
        return one.amount().equals(other.amount())
                && one.discount().equals(other.discount())
                && one.taxes().equals(other.taxes())
                && one.taxesIncluded() == other.taxesIncluded();
    }
}
