package org.openadmin.fees.internal.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SumSplitter;
import org.openadmin.fees.internal.persistence.Transactions;

/** All users who have issued a receipt. All receipts are read, in two halves in parallel. */
public final class CashierQueries {

    private final Transactions transactions;

    public CashierQueries(Transactions transactions) {
        this.transactions = transactions;
    }

    /** See {@link org.openadmin.fees.api.payments.Receipts#cashiers}. */
    public List<String> names() {
        List<Function<EntityManager, List<Object>>> parts = new ArrayList<>();
        for (Sql half : new SumSplitter(transactions).split("j.paid_id", ReceiptQueries.RECEIPT)) {
            parts.add(Sql.of("""
                    SELECT DISTINCT j.recorded_by FROM {journal}
                    WHERE {receipt} AND j.recorded_by <> '' AND {half}
                    """)
                    .part("journal", JournalIndex.KIND.table())
                    .part("receipt", ReceiptQueries.RECEIPT)
                    .part("half", half)::values);
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        transactions.readSideBySide(parts).forEach(some -> some.forEach(name -> names.add(name.toString())));
        return List.copyOf(names);
    }
}
