package org.openadmin.fees.internal.binder;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.binder.RowTotal;
import org.openadmin.fees.api.binder.TieOut;
import org.openadmin.fees.api.binder.TieOut.KindTotal;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.PayerQueries;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** The sums of the rows of a period, beside the balances of the accounts, which are added up from their own rows. */
final class TieOutQueries {

    private static final Sql IS_ACCOUNT = PayerQueries.isAccount("j.studnum");

    private final EntityManager em;
    private final Currency currency;
    private final PeriodSql span;

    TieOutQueries(EntityManager em, Currency currency, PeriodSql span) {
        this.em = em;
        this.currency = currency;
        this.span = span;
    }

    TieOut of(PeriodFiguresView figures) {
        return new TieOut(
                figures.opening(),
                sum(
                        JournalIndex.RECORDED,
                        Sql.of("{is_account} AND (j.trans_date < :from OR j.trans_date IS NULL) AND {recorded}")
                                .part("is_account", IS_ACCOUNT)
                                .with("from", span.period().from())
                                .part("recorded", span.recorded("j.recorded_at"))),
                kinds(),
                figures.closing(),
                sum(
                        JournalIndex.RECORDED,
                        Sql.of(
                                        "{is_account} AND (j.trans_date <= :to OR j.trans_date IS NULL) AND j.recorded_at >= :end")
                                .part("is_account", IS_ACCOUNT)
                                .with("to", span.period().to())
                                .with("end", span.last().end())),
                figures.now(),
                sum(
                        JournalIndex.DAY,
                        Sql.of("(j.studnum IS NULL OR NOT {is_account}) AND {dated} AND {known}")
                                .part("is_account", IS_ACCOUNT)
                                .part("dated", span.dated())
                                .part("known", span.known())));
    }

    private RowTotal sum(JournalIndex index, Sql where) {
        return total(Sql.of("SELECT COUNT(*) AS number, SUM(j.total) AS amount FROM {journal} WHERE {where}")
                .part("journal", index.table())
                .part("where", where)
                .row(em));
    }

    private RowTotal total(Row row) {
        return new RowTotal(row.number("number"), row.money("amount", currency));
    }

    /** Codes of other programs are one kind together. */
    private List<KindTotal> kinds() {
        Map<EntryKind, RowTotal> sums = new EnumMap<>(EntryKind.class);
        Sql.of("""
                SELECT COALESCE({kind}, '') AS code, COUNT(*) AS number, SUM(j.total) AS amount
                FROM {journal} {origin} WHERE {is_account} AND {dated} AND {known}
                GROUP BY code
                """)
                .part("is_account", IS_ACCOUNT)
                .part("kind", ArrangedRows.kind())
                .part("origin", ArrangedRows.origin())
                .part("journal", JournalIndex.DAY.table())
                .part("dated", span.dated())
                .part("known", span.known())
                .rows(em)
                .forEach(row -> sums.merge(EntryKind.of(row.text("code").strip()), total(row), TieOutQueries::plus));
        List<KindTotal> kinds = new ArrayList<>();
        sums.forEach((kind, sum) -> kinds.add(new KindTotal(kind, sum)));
        return kinds;
    }

    private static RowTotal plus(RowTotal one, RowTotal other) {
        Money total = one.total().plus(other.total());
        return new RowTotal(one.rows() + other.rows(), total);
    }
}
