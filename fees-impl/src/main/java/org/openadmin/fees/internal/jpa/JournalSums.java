package org.openadmin.fees.internal.jpa;

import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.JournalQuery;
import org.openadmin.fees.api.JournalTotals;
import org.openadmin.fees.api.Money;

/**
 * The sums of the rows that a query of the journal finds, in one statement. Grouping a million rows by kind takes longer than
 * reading them; so where many rows are read, only their sum and that of the charges is taken, and the kinds of which there are
 * few rows are summed apart. What is left was received.
 */
public final class JournalSums {

    /** The kinds that most rows have. */
    private static final Set<EntryKind> USUAL = EnumSet.of(EntryKind.CHARGE, EntryKind.PAYMENT, EntryKind.ON_ACCOUNT);

    private static final Set<EntryKind> RECEIVED = EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT);

    private static final String IS_CHARGE = "CASE WHEN j.trans_type = 'chg' THEN ";

    private final EntityManager em;
    private final Currency currency;

    public JournalSums(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** See {@link org.openadmin.fees.api.Journal#totals}. */
    public JournalTotals of(JournalQuery query) {
        JournalIndex index = JournalIndex.narrowest(query);
        if (index == JournalIndex.DAY) {
            return usual(
                    query,
                    index.table(),
                    "COUNT(*) AS number, SUM(j.total) AS total, SUM(" + IS_CHARGE + "j.total END) AS charged",
                    "");
        }
        if (index == JournalIndex.KIND && !index.narrows(query) && isMostOfThem(query.kinds())) {
            // equal amounts are neighbours in their index: counting them costs less than adding them up
            return usual(
                    query,
                    JournalIndex.AMOUNT.table(),
                    "COUNT(*) AS number, j.total * COUNT(*) AS total, j.total * COUNT(" + IS_CHARGE
                            + "1 END) AS charged",
                    "GROUP BY j.total");
        }
        return kinds(query, index);
    }

    private static boolean isMostOfThem(Set<EntryKind> kinds) {
        return kinds.isEmpty() || kinds.contains(EntryKind.CHARGE);
    }

    /** @param figures what to select: a count, a sum, the charges' sum */
    private JournalTotals usual(JournalQuery query, String table, String figures, String grouping) {
        Sql sql = new Sql()
                .add("SELECT 1, NULL, SUM(a.number), SUM(a.total), SUM(a.charged) FROM (")
                .add("SELECT " + figures + " FROM " + table);
        JournalIndex.where(sql, query)
                .add(grouping + ") a UNION ALL SELECT 0, j.trans_type, COUNT(*), SUM(j.total), 0 FROM "
                        + JournalIndex.KIND.table());
        JournalIndex.where(sql, query)
                .add("AND (j.trans_type IS NULL OR j.trans_type NOT IN " + JournalIndex.codes(USUAL) + ")")
                .add("GROUP BY j.trans_type");
        return summed(sql.rows(em));
    }

    /** @param rows that of all kinds together, and one for each kind of which there are few rows */
    private JournalTotals summed(List<Object[]> rows) {
        Map<EntryKind, Money> sums = new EnumMap<>(EntryKind.class);
        long count = 0;
        Money total = Money.zero(currency);
        for (Object[] row : rows) {
            Money sum = EntryRow.money(row[3], currency);
            if (((Number) row[0]).intValue() == 1) {
                Money charged = EntryRow.money(row[4], currency);
                count = row[2] == null ? 0 : ((Number) row[2]).longValue();
                total = sum;
                sums.merge(EntryKind.CHARGE, charged, Money::plus);
                sums.merge(EntryKind.PAYMENT, sum.minus(charged), Money::plus);
            } else {
                sums.merge(kind(row[1]), sum, Money::plus);
                sums.merge(EntryKind.PAYMENT, sum.negated(), Money::plus);
            }
        }
        return totals(count, total, sums);
    }

    private JournalTotals kinds(JournalQuery query, JournalIndex index) {
        Sql sql = new Sql().add("SELECT j.trans_type, COUNT(*), SUM(j.total) FROM " + index.table());
        long count = 0;
        Money total = Money.zero(currency);
        Map<EntryKind, Money> sums = new EnumMap<>(EntryKind.class);
        for (Object[] row :
                JournalIndex.where(sql, query).add("GROUP BY j.trans_type").rows(em)) {
            Money sum = EntryRow.money(row[2], currency);
            count += ((Number) row[1]).longValue();
            total = total.plus(sum);
            sums.merge(kind(row[0]), sum, Money::plus);
        }
        return totals(count, total, sums);
    }

    private static EntryKind kind(Object type) {
        return EntryKind.of(Objects.toString(type, "").strip());
    }

    private JournalTotals totals(long count, Money total, Map<EntryKind, Money> sums) {
        Money zero = Money.zero(currency);
        Money charged = sums.getOrDefault(EntryKind.CHARGE, zero);
        Money received =
                RECEIVED.stream().map(kind -> sums.getOrDefault(kind, zero)).reduce(zero, Money::plus);
        return new JournalTotals(count, charged, received, total.minus(charged).minus(received), total);
    }
}
