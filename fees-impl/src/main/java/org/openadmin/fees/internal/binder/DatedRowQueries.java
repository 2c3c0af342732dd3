package org.openadmin.fees.internal.binder;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.persistence.EntityManager;
import org.openadmin.fees.internal.ledger.JournalIndex;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.spi.ReaderWork;

/**
 * The numbers of rows with a date, by date and number, some at a time. Over fees_jrl_day each thousand begins where the last ended; another
 * index sorts all rows that match for each thousand, which is right for conditions that few rows match.
 *
 * @param where the condition on the row {@code j}
 */
record DatedRowQueries(EntityManager em, JournalIndex index, Sql where) {

    static final int AT_A_TIME = 1_000;

    void forEach(Consumer<List<Integer>> use) {
        Optional<Row> last = Optional.empty();
        List<Row> rows;
        do {
            ReaderWork.check();
            rows = Sql.of("""
                    SELECT j.id, CAST(j.trans_date AS CHAR) AS day FROM {journal}
                    WHERE {where} AND {after}
                    ORDER BY j.trans_date, j.id LIMIT :limit
                    """)
                    .part("journal", index.table())
                    .part("where", where)
                    .part("after", last.map(DatedRowQueries::after).orElse(Sql.of("TRUE")))
                    .with("limit", AT_A_TIME)
                    .rows(em);
            if (!rows.isEmpty()) {
                use.accept(rows.stream().map(row -> row.integer("id")).toList());
                last = Optional.of(rows.get(rows.size() - 1));
            }
        } while (rows.size() == AT_A_TIME);
    }

    private static Sql after(Row last) {
        return Sql.of("j.trans_date >= :day AND (j.trans_date > :day OR j.id > :id)")
                .with("day", last.text("day"))
                .with("id", last.integer("id"));
    }
}
