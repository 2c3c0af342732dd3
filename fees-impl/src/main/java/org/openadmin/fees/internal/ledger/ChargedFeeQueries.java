package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.persistence.Sql;

/** When students were charged a fee. */
public final class ChargedFeeQueries {

    private final EntityManager em;

    public ChargedFeeQueries(EntityManager em) {
        this.em = em;
    }

    /**
     * For each student with charges of this name in this period that are not reversed, the date nearest to the one given. Served by
     * the index fees_jrl_fee.
     */
    public Map<StudentNumber, LocalDate> charged(String feeName, LocalDate date, DatePeriod period) {
        return charged(feeName, date, period, Sql.of("TRUE"));
    }

    /** @param condition which of the charges {@code c} count */
    public Map<StudentNumber, LocalDate> charged(String feeName, LocalDate date, DatePeriod period, Sql condition) {
        return charged("fees_jrl_fee", feeName, date, period, condition);
    }

    /** The same of these students, in all years, served by the index fees_jrl_student. */
    public Map<StudentNumber, LocalDate> charged(String feeName, LocalDate date, Set<StudentNumber> students) {
        Sql of = Sql.of("c.studnum IN (:students)")
                .with("students", students.stream().map(StudentNumber::value).toList());
        return charged("fees_jrl_student", feeName, date, DatePeriod.ALWAYS, of);
    }

    private Map<StudentNumber, LocalDate> charged(
            String index, String feeName, LocalDate date, DatePeriod period, Sql condition) {
        Map<StudentNumber, LocalDate> nearest = new HashMap<>();
        Sql.of("""
                SELECT c.studnum,
                  MAX(CASE WHEN c.trans_date <= :date THEN CAST(c.trans_date AS CHAR) END) AS before_date,
                  MIN(CASE WHEN c.trans_date > :date THEN CAST(c.trans_date AS CHAR) END) AS after_date
                FROM fees_jrl c FORCE INDEX ({index})
                {reversal}
                WHERE c.trans_type = :CHARGE AND c.name = :name AND c.origin_id IS NULL
                  AND c.trans_date BETWEEN :first AND :last AND DAY(c.trans_date) > 0
                  AND c.studnum > 0 AND {not_reversed} AND {condition}
                GROUP BY c.studnum
                """)
                .part("index", index)
                .part("reversal", ArrangedRows.reversal())
                .part("not_reversed", ArrangedRows.notReversed())
                .part("condition", condition)
                .with("date", date)
                .with("name", feeName)
                .with("first", period.first())
                .with("last", period.last())
                .rows(em)
                .forEach(row -> nearest.put(
                        new StudentNumber(row.integer("studnum")),
                        nearer(date, row.day("before_date"), row.day("after_date"))));
        return nearest;
    }

    private static LocalDate nearer(LocalDate date, Optional<LocalDate> before, Optional<LocalDate> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.or(() -> after).orElseThrow();
        }
        long days = ChronoUnit.DAYS.between(before.get(), date);
        return days <= ChronoUnit.DAYS.between(date, after.get()) ? before.get() : after.get();
    }
}
