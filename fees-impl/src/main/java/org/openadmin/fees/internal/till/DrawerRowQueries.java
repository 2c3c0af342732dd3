package org.openadmin.fees.internal.till;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** The rows of money of some days. */
final class DrawerRowQueries {

    private final EntityManager em;
    private final Currency currency;

    DrawerRowQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    List<DrawerMoney> of(Collection<LocalDate> days) {
        return Sql.of("""
                SELECT j.trans_type, j.method, -j.total AS amount, j.recorded_by, {day} AS day,
                  CASE WHEN {deposited} THEN 1 ELSE 0 END AS deposited,
                  CASE WHEN j.lead_id IS NULL THEN 1 ELSE 0 END AS leads
                FROM {journal}
                WHERE j.trans_date IN (:days) AND j.trans_type IN (:PAYMENT, :ON_ACCOUNT, :VOID, :REFUND)
                  AND j.total IS NOT NULL AND j.recorded_by <> ''
                ORDER BY j.id
                """)
                .part("day", SqlDates.of("j.trans_date"))
                .part("deposited", WaitingSql.deposited("j"))
                .part("journal", JournalIndex.DAY.table())
                .with("days", days)
                .rows(em)
                .stream()
                .map(this::row)
                .toList();
    }

    private DrawerMoney row(Row row) {
        return new DrawerMoney(
                EntryKind.of(row.text("trans_type").strip()),
                method(row.text("method")),
                row.money("amount", currency),
                row.text("recorded_by"),
                row.day("day").orElseThrow(),
                row.flag("deposited"),
                row.flag("leads"));
    }

    private static Optional<PaymentMethod> method(String keyword) {
        return Arrays.stream(PaymentMethod.values())
                .filter(method -> method.keyword().equalsIgnoreCase(keyword.strip()))
                .findFirst();
    }
}
