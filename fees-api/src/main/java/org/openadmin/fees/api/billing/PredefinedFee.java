package org.openadmin.fees.api.billing;

import java.util.Optional;
import org.openadmin.fees.api.students.Audience;

/**
 * A fee that the school has stored to charge it repeatedly. It is never edited.
 *
 * @param fee the fee; taxes that are no longer configured are left out
 * @param audience the students that the fee is for; empty if they are chosen for each assessment
 * @param due when its charges are due; empty if the school's usual number of days applies
 * @param charges how many times students were charged this fee; it can be removed only while this is zero
 * @param parts the parts in which it is charged; empty if it is one charge
 * @param terms its limit and its period; the limit is the lowest of all predefined fees with its name
 */
public record PredefinedFee(
        PredefinedFeeId id,
        Fee fee,
        Optional<Audience> audience,
        Optional<Due> due,
        int charges,
        Optional<Instalments> parts,
        FeeTerms terms) {

    /** A fee that is one charge, without a limit or a period. */
    public PredefinedFee(PredefinedFeeId id, Fee fee, Optional<Audience> audience, Optional<Due> due, int charges) {
        this(id, fee, audience, due, charges, Optional.empty(), FeeTerms.NONE);
    }

    /** Whether no charge was made from this fee, so that it can be removed. */
    public boolean isRemovable() {
        return charges == 0;
    }
}
