package org.openadmin.fees.api.journal;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Closes months. Once a month is closed, no row can be dated in it or before it any more, by anybody and from any portal; a late
 * correction is dated later. The balance of each account at the end of the month and the lines of its summary are stored with the
 * closing. An administrator can reopen a month with a reason. Closings and reopenings are a list to which rows are only added.
 */
@ProviderType
public interface Closings {

    /**
     * Returns what should be looked at before a month is closed. Stores nothing. Requires the role {@code fees-bill}.
     *
     * @throws NotAllowedException if the reader does not have the role
     * @throws ClosingNotAllowedException if the month is not over or has already been closed
     * @throws StorageException if the database did not respond
     */
    ClosingCheck check(Actor reader, YearMonth month);

    /**
     * Closes a month and all before it, or reopens a month and all after it. The same key again changes nothing and returns the same
     * result. Requires the role that {@link ClosingRequest#needed} returns.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws ClosingNotAllowedException if a month to be closed is not over, has already been closed, or the journal has faults that
     *     are not of an earlier system; or if a month to be reopened is not closed
     * @throws RequestKeyReusedException if the key was used for another request
     * @throws StorageException if the database did not respond; its outcome tells whether the request may have been stored
     */
    Closing apply(ClosingRequest request);

    /**
     * Returns the closing or reopening that a request with this key has made, or empty if there is none yet. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Closing> find(Actor reader, RequestKey key);

    /**
     * Returns the last day that is closed, which is the last day of a month; empty if none is. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<LocalDate> closedThrough(Actor reader);

    /**
     * Returns all closings and reopenings, newest first. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<Closing> list(Actor reader);
}
