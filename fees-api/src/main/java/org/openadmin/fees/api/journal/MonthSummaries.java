package org.openadmin.fees.api.journal;

import java.time.YearMonth;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.osgi.annotation.versioning.ProviderType;

/** The summary of a month that goes to the accountant. Needs any of our roles. */
@ProviderType
public interface MonthSummaries {

    /**
     * The month's lines, in one query. Taxes of reversals and waivers are those of the charge that they correct, with the other
     * sign.
     *
     * @throws NotAllowedException without a role
     */
    MonthSummary of(Actor reader, YearMonth month);
}
