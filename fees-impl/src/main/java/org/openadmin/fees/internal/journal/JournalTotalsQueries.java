package org.openadmin.fees.internal.journal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalTotals;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Halves;
import org.openadmin.fees.internal.persistence.Halves.Half;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.Transactions;

/**
 * The sums of the rows that a query of the journal finds, of many rows in halves side by side. Grouping a million rows by kind takes
 * longer than reading them. So kinds that were asked for are summed each by itself; otherwise all are summed together, and the
 * charges, and the kinds of which there are few rows apart: what is left was received.
 */
public final class JournalTotalsQueries {

    /** The kinds that most rows have. */
    private static final Set<EntryKind> USUAL = EnumSet.of(EntryKind.CHARGE, EntryKind.PAYMENT, EntryKind.ON_ACCOUNT);

    private static final Set<EntryKind> RECEIVED = EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT);

    private static final String IS_CHARGE = "CASE WHEN j.trans_type = 'chg' THEN ";

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
            String figures = "COUNT(*) AS number, SUM(j.total) AS total, SUM(" + IS_CHARGE + "j.total END) AS charged";
            addAll(sums, query, index.table(), "j.trans_date", figures, "");
        } else if (index.narrows(query)) {
            transactions.read(grouped(query, index)::rows).forEach(sums::add);
        } else if (query.kinds().isEmpty()) {
            // equal amounts are neighbours in their index: counting them costs less than adding them up
            String figures = "COUNT(*) AS number, j.total * COUNT(*) AS total, j.total * COUNT(" + IS_CHARGE
                    + "1 END) AS charged";
            addAll(sums, query, JournalIndex.AMOUNT.table(), "j.total", figures, "GROUP BY j.total");
        } else {
            addKinds(sums, query);
        }
        return sums.totals();
    }

    /** @param column what the table is read by */
    private void addAll(Sums sums, JournalQuery query, String table, String column, String figures, String grouping) {
        UnaryOperator<Sql> where = sql -> JournalIndex.where(sql, query);
        List<Function<EntityManager, List<Object[]>>> parts = new ArrayList<>();
        for (Half half : new Halves(transactions).by(column, where)) {
            Sql sql = new Sql()
                    .add("SELECT COALESCE(SUM(a.number), 0), SUM(a.total), SUM(a.charged) FROM (")
                    .add("SELECT " + figures + " FROM " + table);
            parts.add(half.of(where.apply(sql)).add(grouping + ") a")::rows);
        }
        parts.add(rare(query)::rows);
        List<List<Object[]>> answers = transactions.readSideBySide(parts);
        int halves = answers.size() - 1;
        answers.subList(0, halves).forEach(half -> half.forEach(sums::addHalf));
        answers.get(halves).forEach(sums::addRare);
    }

    /** The kinds that were asked for. */
    private void addKinds(Sums sums, JournalQuery query) {
        List<Function<EntityManager, List<Object[]>>> parts = new ArrayList<>();
        parts.add(rare(query)::rows);
        for (EntryKind kind : USUAL) {
            if (query.kinds().contains(kind)) {
                String code = "'" + kind.code() + "'";
                String where = "WHERE j.trans_type = " + code;
                for (Half half : new Halves(transactions).by("j.paid_id", sql -> sql.add(where))) {
                    Sql sql = new Sql().add("SELECT " + code + ", COUNT(*), SUM(j.total) FROM");
                    parts.add(half.of(sql.add(JournalIndex.KIND.table()).add(where))::rows);
                }
            }
        }
        transactions.readSideBySide(parts).forEach(part -> part.forEach(sums::add));
    }

    private static Sql rare(JournalQuery query) {
        Sql sql = new Sql().add("SELECT j.trans_type, COUNT(*), SUM(j.total) FROM " + JournalIndex.KIND.table());
        return JournalIndex.where(sql, query)
                .add("AND (j.trans_type IS NULL OR j.trans_type NOT IN " + JournalIndex.codes(USUAL) + ")")
                .add("GROUP BY j.trans_type");
    }

    private static Sql grouped(JournalQuery query, JournalIndex index) {
        Sql sql = new Sql().add("SELECT j.trans_type, COUNT(*), SUM(j.total) FROM " + index.table());
        return JournalIndex.where(sql, query).add("GROUP BY j.trans_type");
    }

    /** What the parts of the answer add up to. */
    private final class Sums {

        private final Map<EntryKind, Money> ofKind = new EnumMap<>(EntryKind.class);
        private Money total = Money.zero(currency);
        private long count;

        /** @param row a kind, how many rows, their sum */
        void add(Object[] row) {
            Money sum = JournalRowView.money(row[2], currency);
            count += ((Number) row[1]).longValue();
            total = total.plus(sum);
            ofKind.merge(kind(row[0]), sum, Money::plus);
        }

        /** @param row how many rows of all kinds, their sum, the sum of the charges among them */
        void addHalf(Object[] row) {
            Money sum = JournalRowView.money(row[1], currency);
            Money charged = JournalRowView.money(row[2], currency);
            count += ((Number) row[0]).longValue();
            total = total.plus(sum);
            ofKind.merge(EntryKind.CHARGE, charged, Money::plus);
            ofKind.merge(EntryKind.PAYMENT, sum.minus(charged), Money::plus);
        }

        /** @param row like {@link #add}, of rows that a half has counted already as received */
        void addRare(Object[] row) {
            Money sum = JournalRowView.money(row[2], currency);
            ofKind.merge(kind(row[0]), sum, Money::plus);
            ofKind.merge(EntryKind.PAYMENT, sum.negated(), Money::plus);
        }

        private static EntryKind kind(Object type) {
            return EntryKind.of(Objects.toString(type, "").strip());
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
