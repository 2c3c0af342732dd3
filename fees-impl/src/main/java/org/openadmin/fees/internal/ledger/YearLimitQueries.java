package org.openadmin.fees.internal.ledger;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.YearLimit;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * The limits of fees, and what students were charged of these in a school year. A decision about a charge must hold the lock that
 * assessments take, so that nothing else is charged between the reading and the charge.
 */
public final class YearLimitQueries {

    private final EntityManager em;
    private final Currency currency;

    public YearLimitQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The lowest limit of the predefined fees with this name. */
    public Optional<Money> limit(String feeName) {
        return Sql.of("SELECT MIN(f.year_limit) AS year_limit FROM fees_predefined f WHERE f.name = :name")
                .with("name", feeName)
                .rows(em)
                .stream()
                .filter(row -> !row.isNull("year_limit"))
                .map(row -> row.money("year_limit", currency))
                .findFirst();
    }

    /**
     * What each student was charged of a fee in the school year of a day; a student who is missing, nothing. Served by the index
     * fees_jrl_fee.
     */
    public Map<StudentNumber, Money> charged(String feeName, LocalDate day) {
        return charged("fees_jrl_fee", feeName, day, Sql.of("k.studnum > 0"));
    }

    /** The limit of a student, with what was charged so far. Served by the index fees_jrl_student. */
    public YearLimit of(StudentNumber student, String feeName, LocalDate day, Money limit) {
        Sql which = Sql.of("k.studnum = :student").with("student", student.value());
        return new YearLimit(
                limit, charged("fees_jrl_student", feeName, day, which).getOrDefault(student, Money.zero(currency)));
    }

    /** Of a charge that was split, those of its parts count that were neither split again nor reversed. */
    private Map<StudentNumber, Money> charged(String index, String feeName, LocalDate day, Sql which) {
        DatePeriod year = DatePeriod.schoolYear(day);
        Sql charges = Sql.of("""
                SELECT k.id, k.paid_id FROM fees_jrl k FORCE INDEX ({index})
                WHERE k.trans_type = :CHARGE AND k.name = :name AND k.origin_id IS NULL
                  AND k.trans_date BETWEEN :first AND :last AND DAY(k.trans_date) > 0 AND {which}
                """)
                .part("index", index)
                .part("which", which)
                .with("name", feeName)
                .with("first", year.first())
                .with("last", year.last());
        Map<StudentNumber, Money> charged = new HashMap<>();
        Sql.of("""
                SELECT c.studnum, SUM(c.total) AS total
                FROM {families} f STRAIGHT_JOIN fees_jrl c ON c.id = f.id
                LEFT JOIN fees_jrl p ON p.id = c.paid_id AND p.trans_type IN (:REVERSAL, :SPLIT)
                WHERE p.id IS NULL AND c.total IS NOT NULL
                GROUP BY c.studnum
                """)
                .part("families", ArrangedRows.withParts(charges))
                .rows(em)
                .forEach(row -> charged.put(new StudentNumber(row.integer("studnum")), row.money("total", currency)));
        return charged;
    }
}
