package org.openadmin.fees.internal.journal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SumSplitter;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * The totals of the rows that a query of the journal finds. Large sums are split into two halves that run in parallel. Grouping a
 * million rows by kind takes longer than reading them. So each kind in the query is added up in its own statement. Without kinds
 * in the query, all rows are added up together, and the charges and the rare kinds separately: the rest is money received.
 */
public final class JournalTotalsQueries {

    /** The most frequent kinds. */
    private static final Set<EntryKind> USUAL = EnumSet.of(EntryKind.CHARGE, EntryKind.PAYMENT, EntryKind.ON_ACCOUNT);

    private static final Set<EntryKind> RECEIVED = EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT);

    private final Transactions transactions;
    private final Currency currency;

    public JournalTotalsQueries(Transactions transactions, Currency currency) {
        this.transactions = transactions;
        this.currency = currency;
    }

    /** See {@link org.openadmin.fees.api.journal.Journal#totals}. */
    public JournalTotals of(JournalQuery query) {
        JournalIndex index = JournalIndex.narrowest(query);
        Sums sums = new Sums();
        if (index == JournalIndex.DAY) {
            addAll(sums, query, "j.trans_date", Sql.of("""
                    SELECT COUNT(*) AS number, SUM(j.total) AS total,
                      SUM(CASE WHEN j.trans_type = :CHARGE THEN j.total END) AS charged
                    FROM {journal} WHERE {where}
                    """).part("journal", index.table()));
        } else if (index.narrows(query)) {
            transactions.read(byKind(index, JournalIndex.where(query))::rows).forEach(sums::add);
        } else if (query.kinds().isEmpty()) {
            // equal amounts are neighbours in their index: counting them costs less than adding them up
            addAll(sums, query, "j.total", Sql.of("""
                    SELECT COUNT(*) AS number, j.total * COUNT(*) AS total,
                      j.total * COUNT(CASE WHEN j.trans_type = :CHARGE THEN 1 END) AS charged
                    FROM {journal} WHERE {where} GROUP BY j.total
                    """).part("journal", JournalIndex.AMOUNT.table()));
        } else {
            addKinds(sums, query);
        }
        return sums.totals();
    }

    /**
     * Adds up all kinds of rows.
     *
     * @param column the column by which the index of the figures is sorted
     * @param figures selects the number, total and charged of the rows {@code {where}}
     */
    private void addAll(Sums sums, JournalQuery query, String column, Sql figures) {
        Sql where = JournalIndex.where(query);
        List<Function<EntityManager, List<Row>>> parts = new ArrayList<>();
        for (Sql half : new SumSplitter(transactions).split(column, where)) {
            parts.add(Sql.of("""
                    SELECT COALESCE(SUM(a.number), 0) AS number, SUM(a.total) AS total, SUM(a.charged) AS charged
                    FROM ({figures}) a
                    """).part("figures", figures.part("where", where.and(half)))::rows);
        }
        parts.add(rare(query)::rows);
        List<List<Row>> answers = transactions.readSideBySide(parts);
        int halves = answers.size() - 1;
        answers.subList(0, halves).forEach(half -> half.forEach(sums::addHalf));
        answers.get(halves).forEach(sums::addRare);
    }

    /** Adds up the kinds in the query. */
    private void addKinds(Sums sums, JournalQuery query) {
        List<Function<EntityManager, List<Row>>> parts = new ArrayList<>();
        parts.add(rare(query)::rows);
        for (EntryKind kind : USUAL) {
            if (query.kinds().contains(kind)) {
                Sql where = Sql.of("j.trans_type = :kind").with("kind", kind.code());
                for (Sql half : new SumSplitter(transactions).split("j.paid_id", where)) {
                    parts.add(Sql.of("""
                            SELECT :kind AS kind, COUNT(*) AS number, SUM(j.total) AS total
                            FROM {journal} WHERE {where}
                            """)
                            .with("kind", kind.code())
                            .part("journal", JournalIndex.KIND.table())
                            .part("where", where.and(half))::rows);
                }
            }
        }
        transactions.readSideBySide(parts).forEach(part -> part.forEach(sums::add));
    }

    private static Sql rare(JournalQuery query) {
        return byKind(JournalIndex.KIND, JournalIndex.where(query).and(JournalIndex.noneOf(USUAL)));
    }

    private static Sql byKind(JournalIndex index, Sql where) {
        return Sql.of("""
                SELECT j.trans_type AS kind, COUNT(*) AS number, SUM(j.total) AS total
                FROM {journal} WHERE {where}
                GROUP BY j.trans_type
                """).part("journal", index.table()).part("where", where);
    }

    /** Adds up the answers of the parts. */
    private final class Sums {

        private final Map<EntryKind, Money> ofKind = new EnumMap<>(EntryKind.class);
        private Money total = Money.zero(currency);
        private long count;

        /** @param row the number and the total of a kind */
        void add(Row row) {
            Money sum = row.money("total", currency);
            count += row.number("number");
            total = total.plus(sum);
            ofKind.merge(kind(row), sum, Money::plus);
        }

        /** @param row the number and the total of rows of all kinds, and of the charges among them */
        void addHalf(Row row) {
            Money sum = row.money("total", currency);
            Money charged = row.money("charged", currency);
            count += row.number("number");
            total = total.plus(sum);
            ofKind.merge(EntryKind.CHARGE, charged, Money::plus);
            ofKind.merge(EntryKind.PAYMENT, sum.minus(charged), Money::plus);
        }

        /** @param row like {@link #add}, of rows that are already counted as received in one of the halves */
        void addRare(Row row) {
            Money sum = row.money("total", currency);
            ofKind.merge(kind(row), sum, Money::plus);
            ofKind.merge(EntryKind.PAYMENT, sum.negated(), Money::plus);
        }

        private static EntryKind kind(Row row) {
            return EntryKind.of(row.text("kind").strip());
        }

        JournalTotals totals() {
            Money charged = of(EntryKind.CHARGE);
            Money received = RECEIVED.stream().map(this::of).reduce(Money.zero(currency), Money::plus);
            return new JournalTotals(
                    count, charged, received, total.minus(charged).minus(received), total);
        }

        private Money of(EntryKind kind) {
            return ofKind.getOrDefault(kind, Money.zero(currency));
        }
    }
}
