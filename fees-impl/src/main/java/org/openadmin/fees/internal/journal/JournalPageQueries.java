package org.openadmin.fees.internal.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;
import org.openadmin.fees.api.journal.JournalQuery.Order;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.ledger.JournalRowView;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The journal page by page. The ids of a page's rows are read from an index alone, however far down the list the page is. Only
 * the rows shown are read from the table. Far down, a page begins at the day, the student or the amount that it is in: how many rows come
 * before it is added up from what closings have stored, and from the index for the days since.
 */
public final class JournalPageQueries {

    /** Sorting this many index entries costs less than reading past others in the order's index. */
    private static final int FEW = 20_000;
    /** By amount, receipts are at one end and charges at the other: skipping other rows may mean skipping all of them. */
    private static final int FEW_BY_AMOUNT = 100_000;

    /** Up to this depth, skipping other rows of an index is fast enough. */
    private static final int DEEP = 10_000;
    /**
     * The same where nothing is stored, so that all rows must be counted, upwards, which an index allows three times as fast as downwards:
     * at a million rows, a page in the middle of a descending list takes half as long as by skipping.
     */
    private static final int DEEP_UNSTORED = 150_000;

    private final EntityManager em;
    private final Currency currency;
    private final int deep;
    private final int deepUnstored;

    public JournalPageQueries(EntityManager em, Currency currency) {
        this(em, currency, DEEP, DEEP_UNSTORED);
    }

    /** @param deep from how many rows down the beginning of a page is looked for */
    public JournalPageQueries(EntityManager em, Currency currency, int deep) {
        this(em, currency, deep, deep);
    }

    private JournalPageQueries(EntityManager em, Currency currency, int deep, int deepUnstored) {
        this.em = em;
        this.currency = currency;
        this.deep = deep;
        this.deepUnstored = deepUnstored;
    }

    /** Whether the beginning of a page is looked for, with several statements that must see the same rows. */
    static boolean isDeep(JournalQuery query, int offset) {
        boolean far = offset >= DEEP || farOff(query);
        return far && query.student().isEmpty() && query.batch().isEmpty() && !query.outstandingOnly();
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
        boolean far = farOff(query);
        if (index != inOrder || offset < deep && !far) {
            return page(query, index, where, offset, limit);
        }
        return start(query, offset)
                .map(from -> page(query, inOrder, where.and(from(query, from)), offset - from.before(), limit))
                .orElseGet(() -> page(query, far ? JournalIndex.KIND : inOrder, where, offset, limit));
    }

    private List<JournalEntry> page(JournalQuery query, JournalIndex index, Sql where, int offset, int limit) {
        return JournalRowView.entries(em, currency, ids(sorted(query, index, where, offset, limit)));
    }

    /**
     * A value that rows are sorted by.
     *
     * @param value empty for the rows without one
     * @param before how many rows come before the first one with it
     */
    private record Start(Optional<Object> value, int before) {}

    /** The start of a place far down; empty if the page is read from the beginning of the list. */
    private Optional<Start> start(JournalQuery query, int offset) {
        Optional<List<Row>> stored = stored(query);
        if (stored.isEmpty() && (query.ascending() || farOff(query) || offset < deepUnstored)) {
            return Optional.empty();
        }
        List<Row> counts = new ArrayList<>(stored.orElseGet(() -> counts(query, Sql.of("TRUE"))));
        if (!query.ascending()) {
            Collections.reverse(counts);
        }
        int before = 0;
        for (int i = 0; i < counts.size(); i++) {
            int count = counts.get(i).decimal("number").intValueExact();
            if (i == counts.size() - 1 || before + count > offset) {
                return Optional.of(new Start(sortedBy(counts.get(i)), before));
            }
            before += count;
        }
        return Optional.empty();
    }

    private static Optional<Object> sortedBy(Row row) {
        Object value = row.value("sorted_by");
        return value instanceof Number
                ? Optional.of(value)
                : Optional.of(row.text("sorted_by"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> text);
    }

    /**
     * How many rows of a query there are with each value that they are sorted by, in ascending order, those without one first; empty if
     * nothing about it is stored.
     */
    private Optional<List<Row>> stored(JournalQuery query) {
        boolean all =
                query.kinds().isEmpty() && query.from().isEmpty() && query.to().isEmpty();
        if (query.student().isPresent() || query.batch().isPresent() || query.outstandingOnly()) {
            return Optional.empty();
        }
        CarriedForward carried = CarriedForward.of(em);
        return switch (query.order()) {
            case DATE -> carried.daysThrough().map(closed -> days(query, carried, closed));
            case STUDENT -> carried.last().filter(anchor -> all).map(this::students);
            case AMOUNT ->
                carried.lists()
                        .filter(anchor -> query.from().isEmpty() && query.to().isEmpty())
                        .map(anchor -> amounts(query, carried, anchor));
        };
    }

    private List<Row> amounts(JournalQuery query, CarriedForward carried, Anchor anchor) {
        return Sql.of("""
                SELECT x.total AS sorted_by, SUM(x.number) AS number
                FROM (
                  SELECT CAST(NULLIF(j.amount, '') AS DECIMAL(10,2)) AS total, j.journal_rows AS number FROM fees_closing_amount j
                  WHERE j.closing_id IN (:closings) AND {kinds}
                  UNION ALL
                  SELECT j.total, COUNT(*) FROM {by_day} WHERE j.trans_date > :closed AND {kinds} GROUP BY j.total) x
                GROUP BY x.total ORDER BY x.total
                """)
                .with("closings", carried.listed())
                .with("closed", anchor.through())
                .part("by_day", JournalIndex.DAY.table())
                .part("kinds", JournalIndex.kinds(query))
                .rows(em);
    }

    private List<Row> days(JournalQuery query, CarriedForward carried, LocalDate closed) {
        List<Row> counts = new ArrayList<>(Sql.of("""
                SELECT j.trans_date AS sorted_by, SUM(j.journal_rows) AS number
                FROM (SELECT d.trans_date, d.trans_type, d.journal_rows FROM fees_closing_day d WHERE {days}) j
                WHERE {kinds}
                GROUP BY j.trans_date ORDER BY j.trans_date
                """)
                .part("days", carried.days(query.from(), query.to()))
                .part("kinds", JournalIndex.kinds(query))
                .rows(em));
        counts.addAll(counts(query, Sql.of("j.trans_date > :closed").with("closed", closed)));
        return counts;
    }

    private List<Row> students(Anchor anchor) {
        return Sql.of("""
                SELECT x.studnum AS sorted_by, SUM(x.number) AS number
                FROM (
                  SELECT a.studnum, a.journal_rows AS number FROM fees_closing_account a WHERE a.closing_id = :closing
                  UNION ALL
                  SELECT j.studnum, COUNT(*) FROM {by_day} WHERE j.trans_date > :closed AND j.studnum IS NOT NULL GROUP BY j.studnum
                  UNION ALL
                  SELECT j.studnum, COUNT(*) FROM {by_student} WHERE j.studnum IS NULL GROUP BY j.studnum) x
                GROUP BY x.studnum ORDER BY x.studnum
                """)
                .with("closing", anchor.closing())
                .with("closed", anchor.through())
                .part("by_day", JournalIndex.DAY.table())
                .part("by_student", JournalIndex.STUDENT.table())
                .rows(em);
    }

    private List<Row> counts(JournalQuery query, Sql since) {
        return Sql.of("""
                SELECT {value} AS sorted_by, COUNT(*) AS number FROM {journal}
                WHERE {where} AND {since}
                GROUP BY {column} ORDER BY {column}
                """)
                .part("value", value(query))
                .part("column", JournalIndex.column(query.order()))
                .part("journal", JournalIndex.of(query.order()).table())
                .part("where", JournalIndex.where(query))
                .part("since", since)
                .rows(em);
    }

    /** From the first row of the start on; in ascending order, the rows without a value are before all others. */
    private static Sql from(JournalQuery query, Start start) {
        if (start.value().isEmpty()) {
            return query.ascending() ? Sql.of("TRUE") : condition(query, "{column} IS NULL");
        }
        return condition(query, query.ascending() ? "{column} >= :value" : "({column} <= :value OR {column} IS NULL)")
                .with("value", start.value().get());
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

    /** Receipts, largest amount first: all charges come before them. If nothing is stored, sorting all receipts for one page costs less. */
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
