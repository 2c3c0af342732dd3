package org.openadmin.fees.api.billing;

import java.util.Optional;
import org.openadmin.fees.api.students.Audience;

/**
 * A stored fee with all its characteristics, used again and again. It is never edited.
 *
 * @param fee what it charges; taxes that are not configured any more are left out
 * @param audience the students it is meant for, if that was said
 * @param charges how many charges were made from it; it can be removed while there are none
 */
public record PredefinedFee(PredefinedFeeId id, Fee fee, Optional<Audience> audience, int charges) {

    public boolean isRemovable() {
        return charges == 0;
    }
}
