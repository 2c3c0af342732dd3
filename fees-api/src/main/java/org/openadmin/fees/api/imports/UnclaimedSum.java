package org.openadmin.fees.api.imports;

import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * How much money is unclaimed.
 *
 * @param count how many amounts
 * @param total their sum
 * @param age the days since the oldest arrived; 0 if there is none
 */
public record UnclaimedSum(int count, Money total, int age) {

    public UnclaimedSum {
        Objects.requireNonNull(total, "total");
    }
}
