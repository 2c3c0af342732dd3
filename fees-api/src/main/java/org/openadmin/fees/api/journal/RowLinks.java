package org.openadmin.fees.api.journal;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.openadmin.fees.api.billing.ChargePart;

/**
 * What a row of the journal has to do with other rows, beside what it settles and corrects.
 *
 * @param origin of a part of a charge, or of a charge that was transferred to a payer, the charge that it came from; of the row that
 *     split or transferred a charge, that charge; empty for other rows
 * @param lead the first row of a receipt for several accounts, in its other rows; empty for other rows
 * @param part which of how many parts a charge is; empty unless it was split
 * @param coveredStudent the name of the student whose charge a payer owes; empty for other rows
 */
public record RowLinks(OptionalLong origin, OptionalLong lead, Optional<ChargePart> part, String coveredStudent) {

    /** Of a row that has to do with no other. */
    public static final RowLinks NONE = new RowLinks(OptionalLong.empty(), OptionalLong.empty(), Optional.empty(), "");

    public RowLinks {
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(lead, "lead");
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(coveredStudent, "coveredStudent");
    }
}
