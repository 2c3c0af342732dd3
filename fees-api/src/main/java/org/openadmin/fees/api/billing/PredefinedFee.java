package org.openadmin.fees.api.billing;

import java.util.Optional;
import org.openadmin.fees.api.students.Audience;

/**
 * A fee that the school has stored to charge it repeatedly. It is never edited.
 *
 * @param fee the fee; taxes that are no longer configured are left out
 * @param audience the students that the fee is for; empty if they are chosen for each assessment
 * @param due when its charges are due; empty if the school's usual number of days applies
 * @param charges how many charges were made from this fee; it can be removed only while this is zero
 */
public record PredefinedFee(PredefinedFeeId id, Fee fee, Optional<Audience> audience, Optional<Due> due, int charges) {

    /** Whether no charge was made from this fee, so that it can be removed. */
    public boolean isRemovable() {
        return charges == 0;
    }
}
