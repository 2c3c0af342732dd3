package org.openadmin.fees.api.corrections;

import java.util.Optional;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.journal.JournalEntry;
import org.osgi.annotation.versioning.ProviderType;

/** The refunds that were paid out. Requires any fees role. */
@ProviderType
public interface Refunds {

    /**
     * Returns the refund with this number. A row without a student, which only damaged old data has, is not a refund.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<JournalEntry> refund(Actor reader, RefundNumber number);

    /**
     * Returns the refund that was paid out for the request with this key, or empty if there is none.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    Optional<JournalEntry> refund(Actor reader, RequestKey key);
}
