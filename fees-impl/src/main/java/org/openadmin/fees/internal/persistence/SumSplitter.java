package org.openadmin.fees.internal.persistence;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;

/**
 * Splits a sum over the whole journal into two halves, which the database adds up in parallel. Any split gives the same sums; a
 * split in the middle takes half the time.
 */
public final class SumSplitter {

    /** This many rows, spread over the journal, are enough to find its middle. */
    private static final int SAMPLE = 200;

    /** The golden ratio in parts of 2^32. */
    private static final long GOLDEN = 2_654_435_769L;

    private final Transactions transactions;

    public SumSplitter(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The conditions of the two halves, or one that is always true when there is nothing to split. A row without a value in the
     * column is in the second half.
     *
     * @param column the column of the row {@code j} by which the index to be read is sorted
     * @param where the conditions of the query
     */
    public List<Sql> split(String column, Sql where) {
        List<Object> sample = transactions.read(em -> {
            int last = Sql.of("SELECT COALESCE(MAX(id), 0) FROM fees_jrl").count(em);
            return Sql.of("""
                    SELECT {column} FROM fees_jrl j FORCE INDEX (PRIMARY)
                    WHERE {where}
                      AND {column} IS NOT NULL AND j.id IN (:spread)
                    ORDER BY 1
                    """)
                    .part("column", column)
                    .part("where", where)
                    .with("spread", spread(last))
                    .values(em)
                    .stream()
                    .filter(Objects::nonNull)
                    .toList();
        });
        if (sample.isEmpty()) {
            return List.of(Sql.of("TRUE"));
        }
        Object middle = sample.get(sample.size() / 2);
        Object value = middle instanceof Number ? middle : middle.toString();
        return List.of(
                Sql.of("{column} <= :middle").part("column", column).with("middle", value),
                Sql.of("({column} > :middle OR {column} IS NULL)")
                        .part("column", column)
                        .with("middle", value));
    }

    /**
     * Row numbers spread evenly: the fractions of multiples of the golden ratio. No regular pattern of the journal, such as
     * assessments of the whole school, coincides with them.
     */
    private static List<Long> spread(long last) {
        return LongStream.rangeClosed(1, SAMPLE)
                .mapToObj(part -> 1 + ((part * GOLDEN & 0xFFFF_FFFFL) * last >>> 32))
                .toList();
    }
}
