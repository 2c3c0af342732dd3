package org.openadmin.fees.api.catchup;

import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.students.Audience;

/**
 * How many students have joined or left the group of an assessment since.
 *
 * @param assessment the assessment
 * @param audience the group that it charged
 * @param joined how many are in the group now, have not been charged the fee in the school year of the assessment, and were not left
 *     out on purpose
 * @param left how many were charged, owe it or have paid it, and are no longer in the group
 */
public record GroupChange(Assessment assessment, Audience audience, int joined, int left) {

    /** Whether anybody has joined or left. */
    public boolean isAny() {
        return joined + left > 0;
    }
}
