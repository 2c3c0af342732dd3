package org.openadmin.fees.api.journal;

import java.time.YearMonth;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/** The monthly summaries for the accountant. Requires any fees role. */
@ProviderType
public interface MonthSummaries {

    /**
     * Returns the summary of a month, read in one query. Reversals and waivers have the taxes of the charges that they
     * correct, with the opposite sign.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    MonthSummary of(Actor reader, YearMonth month);
}
