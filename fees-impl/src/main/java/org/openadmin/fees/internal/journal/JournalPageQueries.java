package org.openadmin.fees.internal.journal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The journal page by page. The numbers of a page's rows come from an index alone, however far down the list it is; only the rows
 * that are shown are read.
 */
public final class JournalPageQueries {

    /** Sorting so many index entries costs less than reading past others in the order's index. */
    private static final int FEW = 20_000;
    /** By amount, receipts stand at one end and charges at the other: reading past others may mean past all of them. */
    private static final int FEW_BY_AMOUNT = 100_000;

    /** Up to here, going down an index past other rows is fast enough. */
    private static final int DEEP = 150_000;

    private final EntityManager em;
    private final Currency currency;
    private final int deep;

    public JournalPageQueries(EntityManager em, Currency currency) {
        this(em, currency, DEEP);
    }

    /** @param deep how many rows down an index is read from its other end */
    public JournalPageQueries(EntityManager em, Currency currency, int deep) {
        this.em = em;
        this.currency = currency;
        this.deep = deep;
    }

    /** Where a chunk ended: what its last row is sorted by, and the row's number. */
    public record Place(Optional<Object> sortedBy, int id) {}

    /**
     * Rows, and where they end.
     *
     * @param end empty when nothing follows
     */
    public record Chunk(List<JournalEntry> entries, Optional<Place> end) {}

    /** See {@link org.openadmin.fees.api.journal.Journal#entries}. */
    public List<JournalEntry> entries(JournalQuery query, int offset, int limit) {
        JournalIndex inOrder = JournalIndex.of(query.order());
        JournalIndex index = index(query);
        if (index != inOrder || offset < deep) {
            boolean sorted = index == inOrder && farOff(query);
            return page(selection(query, sorted ? JournalIndex.KIND : index), query, offset, limit);
        }
        Sql sql = selection(query, inOrder);
        Optional<Start> start = query.ascending() ? Optional.empty() : start(query, offset);
        start.ifPresent(from -> beginning(sql, query, from));
        return page(sql, query, offset - start.map(Start::before).orElse(0), limit);
    }

    private List<JournalEntry> page(Sql sql, JournalQuery query, int offset, int limit) {
        return JournalRowView.records(
                em,
                currency,
                ids(order(sql, query)
                        .add("LIMIT " + limit + " OFFSET " + offset)
                        .rows(em)));
    }

    /**
     * A value that rows are sorted by.
     *
     * @param before how many rows stand before the first one with it
     */
    private record Start(Object value, int before) {}

    /**
     * Where a place far down begins. An index is read much faster upwards than downwards: counting the rows of each value upwards
     * takes less time than going down past them. Empty when the place is among the rows without a value, which come last.
     */
    private Optional<Start> start(JournalQuery query, int offset) {
        JournalIndex index = JournalIndex.of(query.order());
        String column = JournalIndex.column(query.order());
        Sql sql = new Sql().add("SELECT " + column + ", COUNT(*) FROM " + index.table());
        List<Object[]> counts = JournalIndex.where(sql, query)
                .add("GROUP BY " + column + " ORDER BY " + column)
                .rows(em);
        int before = 0;
        for (int i = counts.size() - 1; i >= 0; i--) {
            Object[] row = counts.get(i);
            int count = ((Number) row[1]).intValue();
            if (row[0] == null) {
                return Optional.empty();
            }
            if (i == 0 || before + count > offset) {
                Object value = row[0] instanceof Number ? row[0] : row[0].toString();
                return Optional.of(new Start(value, before));
            }
            before += count;
        }
        return Optional.empty();
    }

    private static void beginning(Sql sql, JournalQuery query, Start start) {
        String column = JournalIndex.column(query.order());
        sql.add("AND (" + column + " <= ? OR " + column + " IS NULL)", start.value());
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
        return new Chunk(
                JournalRowView.records(em, currency, ids(found)),
                found.size() < limit ? Optional.empty() : Optional.of(end));
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

    /** Receipts, largest amount first: all charges stand before them. Sorting all receipts for one page costs less. */
    private static boolean farOff(JournalQuery query) {
        return query.order() == Order.AMOUNT
                && !query.ascending()
                && !query.outstandingOnly()
                && !query.kinds().isEmpty()
                && query.kinds().stream().allMatch(EntryKind::isReceipt);
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
}
