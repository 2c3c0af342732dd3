package org.openadmin.fees.api.binder;

import java.util.List;
import java.util.function.Consumer;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.collection.CollectionReport;
import org.openadmin.fees.api.journal.Closing;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.postings.PostingSummary;
import org.openadmin.fees.api.till.MoneyRow;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What a binder contains, all of one moment. It can be read only during {@link AuditBinder#read}, in any order. Lists that can be long are
 * passed on row by row.
 *
 * <p>Everything but {@link #recordedLater}, {@link #check} and the last figures of {@link #tieOut} is what was dated in the period and
 * recorded by the end of its last day, in the school's time zone. It is the same whenever the binder is made. Rows without a time of
 * recording, of an earlier system, count by their date.
 */
@ProviderType
public interface BinderContent {

    BinderPeriod period();

    /** Whether the reader sees the reasons of waivers and the refused commands. */
    boolean showsConfidential();

    /** How the opening balance became the closing one. */
    TieOut tieOut();

    /** Passes on the receipts in number order, and the numbers that are missing or belong to another period, between them. */
    ReceiptTotals receipts(Consumer<ReceiptLine> use);

    /** Passes on the deposits of the period in number order. */
    void deposits(Consumer<BinderDeposit> use);

    /** Passes on the cash and cheques that were not in a deposit at the end of the period, by date and number. */
    void undeposited(Consumer<MoneyRow> use);

    /** Passes on the counts of the drawers of the period, by day, cashier and number. */
    void cashUps(Consumer<CashUp> use);

    /** Passes on the reversals, waivers, voids and refunds, by date and number. */
    void corrections(Consumer<CorrectionLine> use);

    /** Returns the waivers by reason, the largest sum first; in one line without a reason if the reader may not see it. */
    List<WaiverTotal> waivers();

    /** Passes on the commands that were refused in the period, oldest first; none if the reader may not see them. */
    void refusals(Consumer<AuditEntry> use);

    /** Returns what had become of the charges dated in the period at its end, by fee. */
    CollectionReport collection();

    /** Passes on the accounts with anything outstanding or on account, by name. They add up to the closing balance. */
    void accounts(Consumer<AccountLine> use);

    /** Returns the months that were closed and reopened in the period, in order. */
    List<Closing> closings();

    /** Returns the postings that were made in the period, in order. */
    List<PostingSummary> postings();

    /** Passes on the rows dated before the period and recorded in it, by date and number. */
    void backdated(Consumer<JournalEntry> use);

    /** Passes on the rows dated up to the end of the period and recorded after it, by date and number. */
    void recordedLater(Consumer<JournalEntry> use);

    /** Returns the result of the check of the journal, which is of now. */
    BinderCheck check();
}
