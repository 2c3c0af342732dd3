package org.openadmin.fees.internal.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.ReceiptQueries;
import org.openadmin.fees.internal.persistence.Halves;
import org.openadmin.fees.internal.persistence.Halves.Half;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/** Everybody who ever gave a receipt: all receipts are read, half of them each side by side. */
public final class CashierQueries {

    private static final String RECEIPTS = "WHERE" + ReceiptQueries.anyOf(ReceiptQueries.CODES);

    private final Transactions transactions;

    public CashierQueries(Transactions transactions) {
        this.transactions = transactions;
    }

    /** See {@link org.openadmin.fees.api.payments.Receipts#cashiers}. */
    public List<String> names() {
        List<Function<EntityManager, List<Object>>> parts = new ArrayList<>();
        for (Half half : new Halves(transactions).by("j.paid_id", sql -> sql.add(RECEIPTS))) {
            Sql sql = new Sql().add("SELECT DISTINCT j.recorded_by FROM " + JournalIndex.KIND.table() + " " + RECEIPTS);
            half.of(sql.add("AND j.recorded_by <> ''"));
            parts.add(sql::values);
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        transactions.readSideBySide(parts).forEach(some -> some.forEach(name -> names.add(name.toString())));
        return List.copyOf(names);
    }
}
