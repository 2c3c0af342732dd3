package org.openadmin.fees.internal.till;

import java.time.LocalDate;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;

/**
 * A row of money in a drawer.
 *
 * @param amount positive if money came in, negative if it went out
 * @param deposited whether it is in a deposit
 * @param leads whether it is the first row of its receipt, which may be for several accounts
 */
record DrawerMoney(
        EntryKind kind,
        Optional<PaymentMethod> method,
        Money amount,
        String cashier,
        LocalDate day,
        boolean deposited,
        boolean leads) {

    boolean isCash() {
        return method.equals(Optional.of(PaymentMethod.CASH));
    }
}
