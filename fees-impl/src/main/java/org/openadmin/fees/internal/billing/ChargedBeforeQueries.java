package org.openadmin.fees.internal.billing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.internal.ledger.CarriedForward;
import org.openadmin.fees.internal.ledger.CarriedForward.Anchor;
import org.openadmin.fees.internal.ledger.ChargedFeeQueries;
import org.openadmin.fees.internal.ledger.DatePeriod;
import org.openadmin.fees.internal.persistence.Sql;

/**
 * When each of many students was charged a fee, nearest to a date. Most were charged it lately, if ever, so its charges are read from the
 * date outwards, until nobody is missing. Those who never had it are looked for among the charges that are left, or among their own rows if
 * these are fewer.
 */
final class ChargedBeforeQueries {

    /** How many days before and after the date are read, one after the other. */
    private static final List<Integer> REACH = List.of(60, 400, 1_600);

    private final EntityManager em;
    private final ChargedFeeQueries charges;
    private final String fee;
    private final LocalDate date;

    ChargedBeforeQueries(EntityManager em, ChargedFeeQueries charges, String fee, LocalDate date) {
        this.em = em;
        this.charges = charges;
        this.fee = fee;
        this.date = date;
    }

    /** The date for each of these students who has a charge of this name that is not reversed. */
    Map<StudentNumber, LocalDate> of(Collection<StudentNumber> students) {
        Set<StudentNumber> missing = new TreeSet<>(students);
        Map<StudentNumber, LocalDate> nearest = new HashMap<>();
        Sql outside = Sql.of("TRUE");
        for (int days : REACH) {
            DatePeriod period = DatePeriod.around(date, days);
            nearest.putAll(kept(missing, charges.charged(fee, date, period, outside)));
            missing.removeAll(nearest.keySet());
            if (missing.isEmpty()) {
                return nearest;
            }
            if (!nearest.isEmpty() && haveFewerRows(missing)) {
                nearest.putAll(charges.charged(fee, date, missing));
                return nearest;
            }
            outside = Sql.of("(c.trans_date < :inner_first OR c.trans_date > :inner_last)")
                    .with("inner_first", period.first())
                    .with("inner_last", period.last());
        }
        nearest.putAll(kept(missing, charges.charged(fee, date, DatePeriod.ALWAYS, outside)));
        return nearest;
    }

    private static Map<StudentNumber, LocalDate> kept(
            Set<StudentNumber> wanted, Map<StudentNumber, LocalDate> charged) {
        charged.keySet().retainAll(wanted);
        return charged;
    }

    /** Whether these students have fewer rows than there are charges of the fee, as far as the closings have counted both. */
    private boolean haveFewerRows(Set<StudentNumber> students) {
        CarriedForward carried = CarriedForward.of(em);
        return carried.lists()
                .filter(anchor -> rows(anchor, students) < charges(carried))
                .isPresent();
    }

    private int rows(Anchor anchor, Set<StudentNumber> students) {
        return Sql.of("""
                SELECT COALESCE(SUM(a.journal_rows), 0) FROM fees_closing_account a
                WHERE a.closing_id = :closing AND a.studnum IN (:students)
                """)
                .with("closing", anchor.closing())
                .with("students", students.stream().map(StudentNumber::value).toList())
                .count(em);
    }

    private int charges(CarriedForward carried) {
        return Sql.of("""
                SELECT COALESCE(SUM(f.charges), 0) FROM fees_closing_fee f
                WHERE f.closing_id IN (:closings) AND f.name = :fee
                """).with("closings", carried.listed()).with("fee", fee).count(em);
    }
}
