package org.openadmin.fees.api.postings;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StorageException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Posting to the books. A posting takes every row of the journal up to a day that is in no posting yet, also one that was recorded late
 * for a day of an earlier posting. Each row is in one posting at most, and a posting is never changed.
 *
 * <p>Its entries, one for each day, are in double entry: charges go to the receivable and to the accounts of their fees and taxes, money
 * to the account of its method. The receivable changes by what is outstanding, and the account of the credit by what is on account.
 * After a posting, for every day up to its last one, the balance of the receivable is what was outstanding at the end of that day, and
 * that of the credit what was on account, as {@link org.openadmin.fees.api.accounts.FeeAccounts} tells of past days; for an account with
 * faults of old data, their difference is still the balance of the account.
 */
@ProviderType
public interface Postings {

    /**
     * Returns what would be posted up to a day. Stores nothing. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     * @throws DateNotAllowedException if the day is later than the school's day
     */
    PostingPreview preview(Actor reader, LocalDate until);

    /**
     * Returns how many rows up to a day are in no posting, once there is a posting; where nothing was ever posted, 0. Requires any fees
     * role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    int unposted(Actor reader, LocalDate until);

    /**
     * Posts up to a day once for each request key, under the next number. Requires the role {@code fees-bill}, as
     * closing a month does.
     *
     * @throws NotAllowedException if the user does not have the role
     * @throws DateNotAllowedException if the day is later than the school's day
     * @throws NothingToPostException if no row is left to post
     * @throws MissingAccountsException if the configuration lacks accounts; all are named
     * @throws RequestKeyReusedException if the key was used for something else
     * @throws StorageException if the database did not respond; its outcome tells whether the posting may have been stored
     */
    Posting post(PostingRequest request);

    /**
     * Returns the posting with this number. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Posting> posting(Actor reader, PostingNumber number);

    /**
     * Returns the posting that a request with this key made, or empty if there is none yet. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<Posting> posting(Actor reader, RequestKey key);

    /**
     * Returns one page of the postings, newest first. Requires any fees role.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<PostingSummary> postings(Actor reader, Page page);
}
