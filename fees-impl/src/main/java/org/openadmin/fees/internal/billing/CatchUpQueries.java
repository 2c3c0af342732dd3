package org.openadmin.fees.internal.billing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.ledger.DatePeriod;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;

/** What is read of an assessment and those that follow it to find who has joined or left its group. */
final class CatchUpQueries {

    private final EntityManager em;
    private final Currency currency;

    CatchUpQueries(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * What a student owes and has paid of an assessment.
     *
     * @param student as recorded with the charge
     */
    record Share(StudentSnapshot student, BatchNumber batch, Money outstanding, Money settled) {}

    /** The assessments of these days that charged a group and follow no other one, newest first. */
    List<BatchRow> groups(DatePeriod days) {
        return em.createQuery(
                        "SELECT b FROM BatchRow b WHERE b.date BETWEEN :first AND :last AND b.follows IS NULL ORDER BY b.id DESC",
                        BatchRow.class)
                .setParameter("first", days.first())
                .setParameter("last", days.last())
                .getResultStream()
                .filter(row -> !row.isOfNamedStudents())
                .toList();
    }

    /** The numbers of the assessment and of those that follow it. */
    private static Sql withFollowing(BatchNumber batch) {
        return Sql.of("(SELECT b.id FROM fees_batch b WHERE b.id = :batch OR b.follows_id = :batch)")
                .with("batch", batch.value());
    }

    /** Everybody whom this assessment and those that follow it ever charged, whatever has become of the charges. */
    Set<StudentNumber> everCharged(BatchNumber batch) {
        return Sql.of("""
                SELECT DISTINCT c.studnum FROM {batches} b STRAIGHT_JOIN fees_jrl c ON c.batch_id = b.id
                WHERE c.trans_type = :CHARGE AND c.studnum > 0
                """).part("batches", withFollowing(batch)).numbers(em).stream()
                .map(StudentNumber::new)
                .collect(Collectors.toSet());
    }

    /**
     * What each student owes and has paid of this assessment and of those that follow it, by name and number. Charges that were reversed,
     * waived or transferred are left out; of split ones, their parts count.
     */
    List<Share> shares(BatchNumber batch) {
        Sql charged = Sql.of("""
                SELECT k.id, k.paid_id FROM {batches} b STRAIGHT_JOIN fees_jrl k ON k.batch_id = b.id WHERE k.trans_type = :CHARGE
                """).part("batches", withFollowing(batch));
        return Sql.of("""
                SELECT c.studnum, o.batch_id AS batch, MAX(c.student_name) AS name, MAX(c.student_grade) AS grade,
                  MAX(c.student_homeroom) AS homeroom,
                  SUM(CASE WHEN COALESCE(c.paid_id, 0) = 0 THEN c.total ELSE 0 END) AS outstanding,
                  SUM(CASE WHEN c.paid_id <> 0 THEN c.total ELSE 0 END) AS settled
                FROM {families} f STRAIGHT_JOIN fees_jrl c ON c.id = f.id STRAIGHT_JOIN fees_jrl o ON o.id = f.root
                LEFT JOIN fees_jrl p ON p.id = c.paid_id
                WHERE c.studnum > 0 AND c.total IS NOT NULL AND {corrected} = 0
                GROUP BY c.studnum, o.batch_id
                ORDER BY name, c.studnum, o.batch_id
                """)
                .part("families", ArrangedRows.withParts(charged))
                .part("corrected", ArrangedRows.corrected())
                .rows(em)
                .stream()
                .map(this::share)
                .toList();
    }

    private Share share(Row row) {
        return new Share(
                new StudentSnapshot(
                        AccountNumber.ofJournal(row.integer("studnum")),
                        row.text("name"),
                        row.text("grade"),
                        row.text("homeroom")),
                new BatchNumber(row.number("batch")),
                row.money("outstanding", currency),
                row.money("settled", currency));
    }

    /** The fee of an assessment that was not charged in parts, as one without a discount that comes to the same. */
    Optional<Fee> fee(BatchNumber batch) {
        return Sql.of("""
                SELECT c.name, c.description, c.subtotal, c.total, c.tax_included,
                  c.tax1_name, c.tax2_name, c.tax3_name, c.tax4_name
                FROM fees_jrl c WHERE c.batch_id = :batch AND c.trans_type = :CHARGE ORDER BY c.id LIMIT 1
                """).with("batch", batch.value()).rows(em).stream()
                .map(this::fee)
                .findFirst();
    }

    private Fee fee(Row row) {
        boolean included = row.flag("tax_included");
        List<String> taxes = Stream.of("tax1_name", "tax2_name", "tax3_name", "tax4_name")
                .map(row::text)
                .filter(name -> !name.isBlank())
                .toList();
        return new Fee(
                row.text("name"),
                row.text("description"),
                row.money(included ? "total" : "subtotal", currency),
                new Discount.Percent(BigDecimal.ZERO),
                taxes,
                included);
    }
}
