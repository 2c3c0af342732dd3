package org.openadmin.fees.spi;

import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.documents.DocumentException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Limits how many long documents are made at the same time, because each takes a processor and memory from the counter: two
 * in all, and one of each user. Receipts and other documents of a page or two need no slot.
 */
@ProviderType
public interface DocumentSlots {

    /** Permission to make one document; free for the next one when it is closed. */
    interface Slot extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Takes a slot. If none is free, waits for a few seconds.
     *
     * @throws DocumentException {@link DocumentException.Problem#IN_PROGRESS} if a document of this user is still being
     *     made, {@link DocumentException.Problem#BUSY} if there are two of others
     */
    Slot take(Actor user);
}
