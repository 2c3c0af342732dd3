package org.openadmin.fees.internal.journal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The journal page by page. The ids of a page's rows are read from an index alone, however far down the list the page is. Only
 * the rows shown are read from the table.
 */
public final class JournalPageQueries {

    /** Sorting this many index entries costs less than reading past others in the order's index. */
    private static final int FEW = 20_000;
    /** By amount, receipts are at one end and charges at the other: skipping other rows may mean skipping all of them. */
    private static final int FEW_BY_AMOUNT = 100_000;

    /** Up to this depth, skipping other rows of an index is fast enough. */
    private static final int DEEP = 150_000;

    private final EntityManager em;
    private final Currency currency;
    private final int deep;

    public JournalPageQueries(EntityManager em, Currency currency) {
        this(em, currency, DEEP);
    }

    /** @param deep from how many rows down an index is read from its other end */
    public JournalPageQueries(EntityManager em, Currency currency, int deep) {
        this.em = em;
        this.currency = currency;
        this.deep = deep;
    }

    /** The end of a chunk: the value that its last row is sorted by, and the id of the row. */
    public record Place(Optional<Object> sortedBy, int id) {}

    /**
     * Rows, and the place of the last one.
     *
     * @param end empty when nothing follows
     */
    public record Chunk(List<JournalEntry> entries, Optional<Place> end) {}

    /** See {@link org.openadmin.fees.api.journal.Journal#entries}. */
    public List<JournalEntry> entries(JournalQuery query, int offset, int limit) {
        JournalIndex inOrder = JournalIndex.of(query.order());
        JournalIndex index = index(query);
        Sql where = JournalIndex.where(query);
        if (index != inOrder || offset < deep) {
            boolean sorted = index == inOrder && farOff(query);
            return page(query, sorted ? JournalIndex.KIND : index, where, offset, limit);
        }
        Optional<Start> start = query.ascending() ? Optional.empty() : start(query, offset);
        return start.map(from -> page(query, inOrder, where.and(from(query, from)), offset - from.before(), limit))
                .orElseGet(() -> page(query, inOrder, where, offset, limit));
    }

    private List<JournalEntry> page(JournalQuery query, JournalIndex index, Sql where, int offset, int limit) {
        return JournalRowView.entries(em, currency, ids(sorted(query, index, where, offset, limit)));
    }

    /**
     * A value that rows are sorted by.
     *
     * @param before how many rows come before the first one with it
     */
    private record Start(Object value, int before) {}

    /**
     * The start of a place far down. An index is read much faster upwards than downwards: counting the rows of each value upwards
     * takes less time than going down past them. Empty when the place is among the rows without a value, which come last.
     */
    private Optional<Start> start(JournalQuery query, int offset) {
        List<Row> counts = Sql.of("""
                SELECT {value} AS sorted_by, COUNT(*) AS number FROM {journal}
                WHERE {where}
                GROUP BY {column} ORDER BY {column}
                """)
                .part("value", value(query))
                .part("column", JournalIndex.column(query.order()))
                .part("journal", JournalIndex.of(query.order()).table())
                .part("where", JournalIndex.where(query))
                .rows(em);
        int before = 0;
        for (int i = counts.size() - 1; i >= 0; i--) {
            Row row = counts.get(i);
            if (row.isNull("sorted_by")) {
                return Optional.empty();
            }
            int count = row.integer("number");
            if (i == 0 || before + count > offset) {
                Object value = row.value("sorted_by");
                return Optional.of(new Start(value instanceof Number ? value : value.toString(), before));
            }
            before += count;
        }
        return Optional.empty();
    }

    private static Sql from(JournalQuery query, Start start) {
        return condition(query, "({column} <= :value OR {column} IS NULL)").with("value", start.value());
    }

    /** The rows after a place, or the first ones. */
    public Chunk chunk(JournalQuery query, Optional<Place> after, int limit) {
        List<Row> found = after.map(place -> following(query, place, limit))
                .orElseGet(() -> sorted(query, index(query), JournalIndex.where(query), 0, limit));
        if (found.isEmpty()) {
            return new Chunk(List.of(), Optional.empty());
        }
        Row last = found.get(found.size() - 1);
        Place end = new Place(Optional.ofNullable(last.value("sorted_by")), last.integer("id"));
        return new Chunk(
                JournalRowView.entries(em, currency, ids(found)),
                found.size() < limit ? Optional.empty() : Optional.of(end));
    }

    /** First the rows that are sorted equally, then those beyond: each is a range of the index. */
    private List<Row> following(JournalQuery query, Place place, int limit) {
        JournalIndex index = index(query);
        Sql where = JournalIndex.where(query);
        List<Row> found = new ArrayList<>(sorted(query, index, where.and(equal(query, place)), 0, limit));
        boolean nothingIsLess = place.sortedBy().isEmpty() && !query.ascending();
        if (found.size() < limit && !nothingIsLess) {
            found.addAll(sorted(query, index, where.and(beyond(query, place)), 0, limit - found.size()));
        }
        return found;
    }

    private static Sql equal(JournalQuery query, Place place) {
        Sql equal = place.sortedBy()
                .map(value -> condition(query, "{column} = :value").with("value", value.toString()))
                .orElseGet(() -> condition(query, "{column} IS NULL"));
        return equal.and(query.ascending() ? "j.id > :id" : "j.id < :id", Optional.of(place.id()));
    }

    private static Sql beyond(JournalQuery query, Place place) {
        if (place.sortedBy().isEmpty()) {
            return condition(query, "{column} IS NOT NULL");
        }
        return condition(query, query.ascending() ? "{column} > :value" : "({column} < :value OR {column} IS NULL)")
                .with("value", place.sortedBy().get().toString());
    }

    private static Sql condition(JournalQuery query, String text) {
        return Sql.of(text).part("column", JournalIndex.column(query.order()));
    }

    private List<Row> sorted(JournalQuery query, JournalIndex index, Sql where, int offset, int limit) {
        if (index == JournalIndex.KIND && index.isInOrderOf(query)) {
            return merged(query, where, offset, limit);
        }
        return page(query, index, where)
                .with("limit", limit)
                .with("offset", offset)
                .rows(em);
    }

    /** Outstanding charges by date are two ranges of the index, each in order: those without a number in paid_id, and those with 0. */
    private List<Row> merged(JournalQuery query, Sql where, int offset, int limit) {
        List<Sql> ranges = Stream.of("j.paid_id IS NULL", "j.paid_id = 0")
                .map(range -> Sql.of("({page})")
                        .part(
                                "page",
                                page(query, JournalIndex.KIND, where.and(range))
                                        .with("limit", offset + limit)
                                        .with("offset", 0)))
                .toList();
        return Sql.of("""
                SELECT id, sorted_by FROM ({ranges}) merged
                ORDER BY sorted_by {direction}, id {direction}
                LIMIT :limit OFFSET :offset
                """)
                .part("ranges", Sql.joined("\nUNION ALL ", ranges))
                .part("direction", direction(query))
                .with("limit", limit)
                .with("offset", offset)
                .rows(em);
    }

    private static Sql page(JournalQuery query, JournalIndex index, Sql where) {
        return Sql.of("""
                SELECT j.id, {value} AS sorted_by FROM {journal}
                WHERE {where}
                ORDER BY {column} {direction}, j.id {direction}
                LIMIT :limit OFFSET :offset
                """)
                .part("value", value(query))
                .part("column", JournalIndex.column(query.order()))
                .part("journal", index.table())
                .part("where", where)
                .part("direction", direction(query));
    }

    /** The value that a row is sorted by, dates as text: one that does not exist would be read as another day, or as none. */
    private static String value(JournalQuery query) {
        String column = JournalIndex.column(query.order());
        return query.order() == Order.DATE ? "CAST(" + column + " AS CHAR)" : column;
    }

    private static String direction(JournalQuery query) {
        return query.ascending() ? "ASC" : "DESC";
    }

    private JournalIndex index(JournalQuery query) {
        JournalIndex narrowest = JournalIndex.narrowest(query);
        boolean bounded = narrowest == JournalIndex.STUDENT || narrowest == JournalIndex.BATCH;
        boolean best = bounded || narrowest.isInOrderOf(query);
        return best || narrowest.narrows(query) && few(query, narrowest) ? narrowest : JournalIndex.of(query.order());
    }

    /** Receipts, largest amount first: all charges come before them. Sorting all receipts for one page costs less. */
    private static boolean farOff(JournalQuery query) {
        return query.order() == Order.AMOUNT
                && !query.ascending()
                && !query.outstandingOnly()
                && !query.kinds().isEmpty()
                && query.kinds().stream().allMatch(EntryKind::isReceipt);
    }

    private boolean few(JournalQuery query, JournalIndex index) {
        int few = query.order() == Order.AMOUNT && index == JournalIndex.KIND ? FEW_BY_AMOUNT : FEW;
        int count = Sql.of("SELECT COUNT(*) FROM (SELECT 1 FROM {journal} WHERE {where} LIMIT :few) some")
                .part("journal", index.table())
                .part("where", JournalIndex.where(query))
                .with("few", few)
                .count(em);
        return count < few;
    }

    private static List<Integer> ids(List<Row> rows) {
        return rows.stream().map(row -> row.integer("id")).toList();
    }
}
