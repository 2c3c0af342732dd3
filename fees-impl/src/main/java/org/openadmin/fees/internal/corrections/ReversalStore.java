package org.openadmin.fees.internal.corrections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.internal.corrections.CorrectionStore.Stamp;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.SqlDates;

/** Charges taken off accounts, one or a whole assessment's, in two statements however many they are. */
public final class ReversalStore {

    /** A join in this order looks each charge up by its number, and so locks these charges only. */
    private static final String CHARGES =
            "JSON_TABLE(?, '$[*]' COLUMNS (id INT PATH '$')) s STRAIGHT_JOIN fees_jrl c ON c.id = s.id";

    private final EntityManager em;
    private final Currency currency;

    public ReversalStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /** The charge; a damaged old row without student or total is none. */
    public Optional<CorrectableCharge> charge(ChargeId id) {
        return charges("c.id = ?", id.value()).stream().findFirst();
    }

    /** The date of an assessment. */
    public Optional<LocalDate> date(BatchNumber batch) {
        return new Sql()
                .add("SELECT CAST(trans_date AS CHAR) FROM fees_batch WHERE id = ?", batch.value()).values(em).stream()
                        .map(SqlDates::day)
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    /** The charges of an assessment, in number order. */
    public List<CorrectableCharge> charges(BatchNumber batch) {
        return charges("c.batch_id = ?", batch.value());
    }

    /** Whom an assessment charged. */
    public List<StudentNumber> students(BatchNumber batch) {
        return new Sql()
                        .add("SELECT DISTINCT studnum FROM fees_jrl WHERE studnum > 0 AND batch_id = ?", batch.value())
                        .values(em)
                        .stream()
                        .map(number -> new StudentNumber((int) number(number)))
                        .toList();
    }

    private List<CorrectableCharge> charges(String which, long number) {
        return new Sql()
                        .add("SELECT c.id, c.studnum, c.total, " + SqlDates.of("c.trans_date") + ",")
                        .add("CASE WHEN c.paid_id IS NULL THEN 0 ELSE 1 END,")
                        .add("CASE WHEN p.trans_type IN ('rev', 'waive') OR EXISTS (SELECT 1 FROM fees_jrl r")
                        .add("WHERE r.reverses_id = c.id AND r.trans_type IN ('rev', 'waive')) THEN 1 ELSE 0 END")
                        .add("FROM fees_jrl c LEFT JOIN fees_jrl p ON p.id = c.paid_id")
                        .add(
                                "WHERE c.trans_type = 'chg' AND c.studnum > 0 AND c.total IS NOT NULL AND " + which,
                                number)
                        .add("ORDER BY c.id")
                        .rows(em)
                        .stream()
                        .map(this::charge)
                        .toList();
    }

    private CorrectableCharge charge(Object[] row) {
        int column = 0;
        return new CorrectableCharge(
                new ChargeId(number(row[column++])),
                new StudentNumber((int) number(row[column++])),
                Money.of((BigDecimal) row[column++], currency),
                SqlDates.day(row[column++]),
                number(row[column++]) != 0,
                number(row[column]) != 0);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    /**
     * Adds a row for each of the charges, which takes it off again with all its taxes, and marks the charge as settled by it. The
     * accounts must be locked.
     */
    public void add(Collection<ChargeId> charges, Stamp stamp) {
        String ids = charges.stream().map(ChargeId::toString).collect(Collectors.joining(",", "[", "]"));
        int added = new Sql()
                .add("INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, name, discount,")
                .add("subtotal, total, reverses_id" + taxes(", tax#, tax#_name, tax#_rate"))
                .add(", trans_type, trans_date, description, correction_id, recorded_at, recorded_by)")
                .add("SELECT c.studnum, c.student_name, c.student_grade, c.student_homeroom, c.name, c.discount,")
                .add("-c.subtotal, -c.total, c.id" + taxes(", -c.tax#, c.tax#_name, c.tax#_rate"))
                .add(", ?, ?, ?", stamp.kind(), stamp.date(), stamp.request().reason())
                .add(", ?, ?, ?", stamp.correction(), stamp.recordedAt(), stamp.recordedBy())
                .add("FROM " + CHARGES, ids)
                .on(em)
                .executeUpdate();
        int settled = new Sql()
                .add("UPDATE " + CHARGES, ids)
                .add("STRAIGHT_JOIN fees_jrl r ON r.reverses_id = c.id AND r.trans_type = ?", stamp.kind())
                .add("SET c.paid_id = r.id WHERE c.trans_type = 'chg'")
                .on(em)
                .executeUpdate();
        if (added != charges.size() || settled != charges.size()) {
            throw new IllegalStateException("The database added " + added + " rows and settled " + settled + " of "
                    + charges.size() + " charges");
        }
    }

    private static String taxes(String columns) {
        return IntStream.rangeClosed(1, Tax.MOST_PER_CHARGE)
                .mapToObj(i -> columns.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }
}
