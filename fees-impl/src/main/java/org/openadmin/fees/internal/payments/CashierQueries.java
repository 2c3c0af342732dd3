package org.openadmin.fees.internal.payments;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/** All users who have issued a receipt: on closed days, whose cashiers are stored, or since. Without a closing, all receipts are read. */
public final class CashierQueries {

    private final Transactions transactions;

    public CashierQueries(Transactions transactions) {
        this.transactions = transactions;
    }

    /** See {@link org.openadmin.fees.api.payments.Receipts#cashiers}. */
    public List<String> names() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        transactions
                .readAtOneMoment(em -> names(CarriedForward.of(em)).values(em))
                .forEach(name -> names.add(name.toString()));
        return List.copyOf(names);
    }

    private static Sql names(CarriedForward carried) {
        boolean stored = carried.daysThrough().isPresent();
        return Sql.of("""
                SELECT d.recorded_by FROM fees_closing_day d
                WHERE {days} AND d.receipt = 1 AND d.trans_type <> :VOID AND d.recorded_by <> ''
                UNION
                SELECT j.recorded_by FROM {journal} WHERE {receipts} AND j.recorded_by <> ''
                """)
                .part("days", carried.days())
                .part("journal", (stored ? JournalIndex.DAY : JournalIndex.KIND).table())
                .part("receipts", ReceiptQueries.RECEIPT.and("j.trans_date > :closed", carried.daysThrough()));
    }
}
