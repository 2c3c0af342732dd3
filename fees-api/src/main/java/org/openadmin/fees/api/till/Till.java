package org.openadmin.fees.api.till;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/** The drawers: each cashier's money of a day, and its counts. */
@ProviderType
public interface Till {

    /**
     * Returns a cashier's drawer of a day; without movements and counts if there were none. Requires any fees role.
     *
     * @param cashier the log-in name, exactly as recorded with the receipts
     * @throws NotAllowedException if the reader has no fees role
     */
    DrawerDay drawer(Actor reader, String cashier, LocalDate day);

    /**
     * Returns the drawers of a day that have movements or counts, by the name of the cashier. Old rows without a user are in none.
     * Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<DrawerDay> drawers(Actor reader, LocalDate day);

    /**
     * Returns the drawers of the days of a month that paid out more cash than they had, by day and cashier. The float is that of the
     * valid count; without a count it is taken to be zero. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<DrawerDay> overdrawn(Actor reader, YearMonth month);

    /**
     * Returns the count that a request with this key recorded, or empty if there is none yet. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<DrawerCount> count(Actor reader, RequestKey key);

    /**
     * Records a count once for each request key. It is compared with what should be in the drawer at this moment: the float, and
     * the cash received less the cash voided or refunded on that day, without what has been deposited. A drawer can be counted
     * again, and one without receipts can be counted too; earlier counts are kept. Requires the role {@code fees-cashier} for the
     * user's own drawer, and {@code fees-admin} for that of another.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws DateNotAllowedException if the day is later than the school's day
     * @throws InvalidInputException if a note or coin is none of the configured ones
     * @throws ReasonNeededException if the drawer is over or short and the request has no reason
     * @throws RequestKeyReusedException if the key was used for something else
     * @throws StorageException if the database did not respond
     */
    DrawerCount count(CountRequest request);
}
