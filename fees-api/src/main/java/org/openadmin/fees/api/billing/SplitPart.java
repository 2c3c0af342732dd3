package org.openadmin.fees.api.billing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Money;

/**
 * A charge that came from another one: a part, or the charge that parts were put together to.
 *
 * @param id its number; empty in a preview
 * @param part which of how many parts it is; empty for parts that were put together to a whole charge
 * @param total the subtotal plus the taxes; above zero
 */
public record SplitPart(
        Optional<ChargeId> id, Optional<ChargePart> part, LocalDate due, Money subtotal, List<Tax> taxes, Money total) {

    public SplitPart {
        taxes = List.copyOf(taxes);
    }
}
