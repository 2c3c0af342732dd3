package org.openadmin.fees.api.journal;

import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.NotAllowedException;
import org.openadmin.fees.api.Page;
import org.osgi.annotation.versioning.ProviderType;

/** The journal: all charges, receipts and corrections, row by row. Requires any fees role. */
@ProviderType
public interface Journal {

    /**
     * Returns one page of the rows that match the query.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    List<JournalEntry> entries(Actor reader, JournalQuery query, Page page);

    /**
     * Returns the number and the sums of all rows that match the query, read in one pass. Rows recorded during the call
     * may or may not be included.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    JournalTotals totals(Actor reader, JournalQuery query);

    /**
     * Passes each row that matches the query to {@code each}, in the order of the query, holding only a few rows in
     * memory at a time; for exports. Rows recorded during the call may or may not be included.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    void forEach(Actor reader, JournalQuery query, Consumer<JournalEntry> each);

    /**
     * Passes each row that is dated in a month to {@code each}, by date and number, holding only a few rows in memory at a time. A
     * charge has the row that had settled it at the end of the month, by the dates of the rows: what is dated later, such as a
     * payment of the next month, or the void of one of this month, makes no difference. So the rows of a closed month never change;
     * only whether a payment was voided or returned is as of now.
     *
     * @throws NotAllowedException if the reader has no fees role
     */
    void forEach(Actor reader, YearMonth month, Consumer<JournalEntry> each);
}
