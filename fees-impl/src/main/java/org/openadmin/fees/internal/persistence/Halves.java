package org.openadmin.fees.internal.persistence;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A sum over the whole journal in two halves, which the database takes at the same time. Any cut gives the same sums; one through
 * the middle takes half as long.
 */
public final class Halves {

    /** So many rows, spread over the journal, tell well enough where its middle is. */
    private static final int SAMPLE = 200;

    /** The golden ratio in parts of 2^32. */
    private static final long GOLDEN = 2_654_435_769L;

    private final Transactions transactions;

    public Halves(Transactions transactions) {
        this.transactions = transactions;
    }

    /** One of the halves, or the whole when there is nothing to be cut. */
    public interface Half {

        /** Adds the condition of this half on the row {@code j}. */
        Sql of(Sql sql);
    }

    /**
     * Cuts the rows that a query finds. A row without a value in the column is in the second half.
     *
     * @param column what the index is sorted by that will be read
     * @param where adds the conditions of the query
     */
    public List<Half> by(String column, UnaryOperator<Sql> where) {
        List<Object> sample = transactions.read(em -> {
            Number last = (Number) new Sql()
                    .add("SELECT COALESCE(MAX(id), 0) FROM fees_jrl")
                    .values(em)
                    .get(0);
            Sql sql = new Sql().add("SELECT " + column + " FROM fees_jrl j FORCE INDEX (PRIMARY)");
            return where.apply(sql)
                    .add("AND " + column + " IS NOT NULL AND j.id IN " + spread(last.longValue()) + " ORDER BY 1")
                    .values(em);
        });
        if (sample.isEmpty()) {
            return List.of(sql -> sql);
        }
        Object middle = sample.get(sample.size() / 2);
        Object value = middle instanceof Number ? middle : middle.toString();
        return List.of(
                sql -> sql.add("AND " + column + " <= ?", value),
                sql -> sql.add("AND (" + column + " > ? OR " + column + " IS NULL)", value));
    }

    /** Multiples of the golden ratio, without their whole parts, are spread evenly and in step with no assessment of a whole school. */
    private static String spread(long last) {
        return LongStream.rangeClosed(1, SAMPLE)
                .mapToObj(part -> String.valueOf(1 + ((part * GOLDEN & 0xFFFF_FFFFL) * last >>> 32)))
                .collect(Collectors.joining(",", "(", ")"));
    }
}
