package org.openadmin.fees.ui.internal.payments;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BiFunction;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.payments.SoldFee;

/**
 * A predefined fee that is sold.
 *
 * @param price of one piece
 */
record SoldLine(PredefinedFee fee, int quantity, Price price) {

    /** What all pieces come to. */
    Money total() {
        return price.total().times(quantity);
    }

    /** Such as {@code 2 × Lock}. */
    String text() {
        return quantity == 1 ? fee.fee().name() : quantity + " × " + fee.fee().name();
    }

    SoldLine on(LocalDate date, BiFunction<Fee, LocalDate, Price> prices) {
        return new SoldLine(fee, quantity, prices.apply(fee.fee(), date));
    }

    SoldFee paid() {
        return new SoldFee(fee.id(), quantity);
    }

    /** Of which only so much is paid. */
    SoldFee paid(Money part) {
        return new SoldFee(fee.id(), quantity, Optional.of(part));
    }
}
