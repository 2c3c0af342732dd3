package org.openadmin.fees.internal.jpa;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.EntryKind;
import org.openadmin.fees.api.JournalEntry;
import org.openadmin.fees.api.JournalQuery;
import org.openadmin.fees.api.JournalQuery.Order;
import org.openadmin.fees.api.JournalTotals;
import org.openadmin.fees.api.Money;

/**
 * The journal page by page. The numbers of a page's rows come from an index alone, however far down the list it is; only the rows
 * that are shown are read.
 */
public final class JournalPages {

    /** Sorting so many index entries costs less than reading past others in the order's index. */
    private static final int FEW = 20_000;
    /** By amount, receipts stand at one end and charges at the other: reading past others may mean past all of them. */
    private static final int FEW_BY_AMOUNT = 100_000;

    private final EntityManager em;
    private final Currency currency;

    public JournalPages(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** Where a chunk ended: what its last row is sorted by, and the row's number. */
    public record Place(Optional<Object> sortedBy, int id) {}

    /**
     * Rows, and where they end.
     *
     * @param end empty when nothing follows
     */
    public record Chunk(List<JournalEntry> entries, Optional<Place> end) {}

    /** See {@link org.openadmin.fees.api.Journal#entries}. */
    public List<JournalEntry> entries(JournalQuery query, int offset, int limit) {
        Sql sql = selection(query, index(query));
        return rows(ids(
                order(sql, query).add("LIMIT " + limit + " OFFSET " + offset).rows(em)));
    }

    /** The rows that follow a place, or the first ones. */
    public Chunk chunk(JournalQuery query, Optional<Place> after, int limit) {
        List<Object[]> found = after.map(place -> following(query, place, limit))
                .orElseGet(() -> order(selection(query, index(query)), query)
                        .add("LIMIT " + limit)
                        .rows(em));
        if (found.isEmpty()) {
            return new Chunk(List.of(), Optional.empty());
        }
        Object[] last = found.get(found.size() - 1);
        Place end = new Place(Optional.ofNullable(last[1]), ((Number) last[0]).intValue());
        return new Chunk(rows(ids(found)), found.size() < limit ? Optional.empty() : Optional.of(end));
    }

    /** First the rows that are sorted equally, then those beyond: each a range of the index. */
    private List<Object[]> following(JournalQuery query, Place place, int limit) {
        JournalIndex index = index(query);
        String column = JournalIndex.column(query.order());
        Object value = place.sortedBy().map(Object::toString).orElse(null);
        String beyond = query.ascending() ? " > " : " < ";
        Sql equal = selection(query, index);
        equal = value == null ? equal.add("AND " + column + " IS NULL") : equal.add("AND " + column + " = ?", value);
        List<Object[]> found = new ArrayList<>(order(equal.add("AND j.id" + beyond + place.id()), query)
                .add("LIMIT " + limit)
                .rows(em));
        boolean nothingIsLess = value == null && !query.ascending();
        if (found.size() < limit && !nothingIsLess) {
            Sql rest = selection(query, index);
            if (value == null) {
                rest.add("AND " + column + " IS NOT NULL");
            } else if (query.ascending()) {
                rest.add("AND " + column + " > ?", value);
            } else {
                rest.add("AND (" + column + " < ? OR " + column + " IS NULL)", value);
            }
            found.addAll(
                    order(rest, query).add("LIMIT " + (limit - found.size())).rows(em));
        }
        return found;
    }

    private static Sql selection(JournalQuery query, JournalIndex index) {
        Sql sql = new Sql().add("SELECT j.id, " + JournalIndex.column(query.order()) + " FROM " + index.table());
        return JournalIndex.where(sql, query);
    }

    private static Sql order(Sql sql, JournalQuery query) {
        String direction = query.ascending() ? " ASC" : " DESC";
        return sql.add("ORDER BY " + JournalIndex.column(query.order()) + direction + ", j.id" + direction);
    }

    private JournalIndex index(JournalQuery query) {
        JournalIndex narrowest = JournalIndex.narrowest(query);
        boolean bounded = narrowest == JournalIndex.STUDENT || narrowest == JournalIndex.BATCH;
        boolean best = bounded || narrowest.isInOrderOf(query);
        return best || narrowest.narrows(query) && few(query, narrowest) ? narrowest : JournalIndex.of(query.order());
    }

    private boolean few(JournalQuery query, JournalIndex index) {
        int few = query.order() == Order.AMOUNT && index == JournalIndex.KIND ? FEW_BY_AMOUNT : FEW;
        Sql sql = new Sql().add("SELECT COUNT(*) FROM (SELECT 1 FROM " + index.table());
        Object count = JournalIndex.where(sql, query)
                .add("LIMIT " + few + ") some")
                .values(em)
                .get(0);
        return ((Number) count).intValue() < few;
    }

    private static List<Integer> ids(List<Object[]> rows) {
        return rows.stream().map(row -> ((Number) row[0]).intValue()).toList();
    }

    /** The rows with these numbers, in this sequence; in three statements at most. */
    List<JournalEntry> rows(List<Integer> ids) {
        List<EntryRow> rows = EntryRow.read(em, ids);
        StudentsOfToday today = EntryRow.names(em, rows);
        return rows.stream().map(row -> row.toRecord(currency, today)).toList();
    }

    /** See {@link org.openadmin.fees.api.Journal#totals}. */
    public JournalTotals totals(JournalQuery query) {
        Sql sql = new Sql()
                .add("SELECT j.trans_type, COUNT(*), SUM(j.total) FROM "
                        + JournalIndex.narrowest(query).table());
        long count = 0;
        Map<EntryKind, Money> sums = new EnumMap<>(EntryKind.class);
        for (Object[] row :
                JournalIndex.where(sql, query).add("GROUP BY j.trans_type").rows(em)) {
            count += ((Number) row[1]).longValue();
            EntryKind kind = EntryKind.of(Objects.toString(row[0], "").strip());
            sums.merge(kind, EntryRow.money(row[2], currency), Money::plus);
        }
        Money charged = sum(sums, EnumSet.of(EntryKind.CHARGE));
        Money received = sum(sums, EnumSet.of(EntryKind.PAYMENT, EntryKind.ON_ACCOUNT));
        Money total = sum(sums, EnumSet.allOf(EntryKind.class));
        return new JournalTotals(count, charged, received, total.minus(charged).minus(received), total);
    }

    private Money sum(Map<EntryKind, Money> sums, Set<EntryKind> kinds) {
        return kinds.stream()
                .map(kind -> sums.getOrDefault(kind, Money.zero(currency)))
                .reduce(Money.zero(currency), Money::plus);
    }
}
