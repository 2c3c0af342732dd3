package org.openadmin.fees.api.journal;

import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The journal, row by row: everything that was ever charged, received and corrected. Needs any of our roles. */
@ProviderType
public interface Journal {

    /**
     * One page of rows.
     *
     * @throws NotAllowedException without a role
     */
    List<JournalEntry> entries(Actor reader, JournalQuery query, Page page);

    /**
     * The count and the sums of all rows that the query finds, in one pass. Rows that are recorded meanwhile may be among
     * them or not.
     *
     * @throws NotAllowedException without a role
     */
    JournalTotals totals(Actor reader, JournalQuery query);

    /**
     * Hands over all rows that the query finds, one after the other, holding few of them at a time: for exports. Rows that are
     * recorded meanwhile may be among them or not.
     *
     * @throws NotAllowedException without a role
     */
    void forEach(Actor reader, JournalQuery query, Consumer<JournalEntry> each);
}
