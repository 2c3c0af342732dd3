package org.openadmin.fees.internal.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Discount;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.PostedAssessment;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.ledger.ChargeTaxColumns;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.internal.students.Audiences;
import org.openadmin.fees.internal.students.StudentsJson;

/** Charges many students in one statement, and keeps the record of each assessment. */
public final class AssessmentStore {

    private final EntityManager em;
    private final Currency currency;

    public AssessmentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * The assessment of a request with this key, if there was one.
     *
     * @throws RequestKeyReusedException when it was for another fee, date, due date or audience
     */
    public Optional<Assessment> find(RequestKey key, AssessmentDraft draft) {
        Optional<BatchRow> row = row(key);
        if (row.isPresent() && !row.get().isFor(draft)) {
            throw new RequestKeyReusedException(key);
        }
        return row.map(batch -> batch.toRecord(currency));
    }

    private Optional<BatchRow> row(RequestKey key) {
        return em.createQuery("SELECT b FROM BatchRow b WHERE b.requestKey = :key", BatchRow.class)
                .setParameter("key", key.toString())
                .getResultStream()
                .findFirst();
    }

    /** The assessment of a request with this key, whatever it charged. */
    Optional<PostedAssessment> find(RequestKey key) {
        return row(key).flatMap(batch -> find(new BatchNumber(batch.id)));
    }

    /** The assessment with this number, and the students whose charge is not reversed. Served by the index fees_jrl_batch. */
    Optional<PostedAssessment> find(BatchNumber batch) {
        if (batch.value() < 1 || batch.value() > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        return Optional.ofNullable(em.find(BatchRow.class, (int) batch.value()))
                .map(row -> new PostedAssessment(row.toRecord(currency), charged(batch)));
    }

    private List<StudentNumber> charged(BatchNumber batch) {
        return Sql.of("""
                SELECT DISTINCT c.studnum FROM fees_jrl c
                {reversal}
                WHERE c.batch_id = :batch AND c.trans_type = :CHARGE AND c.studnum > 0 AND {not_reversed}
                ORDER BY c.studnum
                """)
                .part("reversal", ArrangedRows.reversal())
                .part("not_reversed", ArrangedRows.notReversed())
                .with("batch", batch.value())
                .numbers(em)
                .stream()
                .map(StudentNumber::new)
                .toList();
    }

    /** Waits for other assessments on this server; on a cluster, {@link #next} lets only one of them commit. */
    public void lock() {
        Counter.BATCH.lock(em);
    }

    /** The number of the next assessment. */
    public BatchNumber next() {
        return new BatchNumber(Counter.BATCH.next(em, 1));
    }

    /**
     * For each student with charges of this name in this period that are not reversed, the date nearest to the one given. Served by
     * the index fees_jrl_fee.
     */
    Map<StudentNumber, LocalDate> charged(String feeName, LocalDate date, DatePeriod period) {
        return charged(feeName, date, period, Sql.of("TRUE"));
    }

    /** @param condition which of the charges {@code c} count */
    Map<StudentNumber, LocalDate> charged(String feeName, LocalDate date, DatePeriod period, Sql condition) {
        return charged("fees_jrl_fee", feeName, date, period, condition);
    }

    /** The same of these students, in all years, served by the index fees_jrl_student. */
    Map<StudentNumber, LocalDate> charged(String feeName, LocalDate date, Set<StudentNumber> students) {
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

    /**
     * Charges the students, each once, as just read. The portal's tables are not locked, and changes to them in the meantime have
     * no effect.
     *
     * @param due the due date of one charge
     * @param parts the charges of each student; empty for one charge
     */
    public void charge(
            BatchNumber batch,
            AssessmentRequest request,
            Pricing pricing,
            LocalDate due,
            List<SplitPart> parts,
            List<StudentSnapshot> students,
            Instant now) {
        AssessmentDraft draft = request.draft();
        Fee fee = draft.fee();
        Price each = pricing.price(fee);
        Optional<BigDecimal> percent =
                fee.discount() instanceof Discount.Percent off ? Optional.of(off.percent()) : Optional.empty();
        Sql sql = Sql.of("""
                INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, trans_type, trans_date, due_date,
                  name, description, subtotal, total, discount, discount_percent, discount_amount, tax_included,
                  batch_id, predefined_id, part_number, part_count, recorded_at, recorded_by,
                  tax1, tax1_name, tax1_rate, tax2, tax2_name, tax2_rate,
                  tax3, tax3_name, tax3_rate, tax4, tax4_name, tax4_rate)
                SELECT s.studnum, s.name, s.grade, s.homeroom, :CHARGE, :date, COALESCE(p.due, :due),
                  :name, :description, COALESCE(p.subtotal, :subtotal), COALESCE(p.total, :total), :discount, :discount_percent, :discount_amount, :tax_included,
                  :batch, :predefined, p.number, :parts, :recorded_at, :recorded_by,
                  COALESCE(p.tax1, :tax1), :tax1_name, :tax1_rate, COALESCE(p.tax2, :tax2), :tax2_name, :tax2_rate,
                  COALESCE(p.tax3, :tax3), :tax3_name, :tax3_rate, COALESCE(p.tax4, :tax4), :tax4_name, :tax4_rate
                FROM JSON_TABLE(:students, '$[*]' COLUMNS (studnum INT PATH '$[0]', name VARCHAR(512) PATH '$[1]',
                  grade VARCHAR(32) PATH '$[2]', homeroom VARCHAR(32) PATH '$[3]')) s
                STRAIGHT_JOIN {each_part} p
                """)
                .with("date", draft.date())
                .with("due", due)
                .with("name", fee.name())
                .with("description", fee.description())
                .with("subtotal", each.subtotal().amount())
                .with("total", each.total().amount())
                .with(
                        "discount",
                        percent.map(off -> off.setScale(2, RoundingMode.HALF_UP))
                                .orElse(null))
                .with("discount_percent", percent.filter(off -> off.scale() > 2).orElse(null))
                .with(
                        "discount_amount",
                        fee.discount() instanceof Discount.Amount off
                                ? off.amount().amount()
                                : null)
                .with("tax_included", fee.taxesIncluded() ? 1 : null)
                .with("batch", batch.value())
                .with(
                        "predefined",
                        draft.predefined().map(PredefinedFeeId::value).orElse(null))
                .part("each_part", PartsJson.table(parts, pricing.slots(fee)))
                .with("parts", parts.isEmpty() ? null : parts.size())
                .with("recorded_at", UtcTimestamp.text(now))
                .with("recorded_by", request.actor().name())
                .with("students", StudentsJson.of(students));
        int charged = ChargeTaxColumns.with(sql, pricing.slots(fee), each).update(em);
        int expected = students.size() * Math.max(1, parts.size());
        if (charged != expected) {
            throw new IllegalStateException("The database made " + charged + " of " + expected + " charges");
        }
    }

    /**
     * Records the request and its result.
     *
     * @param parts the number of charges of each student; 0 if it is one charge
     * @param charges the number of students
     */
    public Assessment record(
            BatchNumber batch,
            AssessmentRequest request,
            Price each,
            LocalDate due,
            int parts,
            int charges,
            int alreadyCharged,
            Instant now) {
        BatchRow row = new BatchRow();
        row.id = (int) batch.value();
        row.requested(request.key(), request.actor(), now);
        row.predefined =
                request.draft().predefined().map(id -> (int) id.value()).orElse(null);
        row.name = request.draft().fee().name();
        row.date = request.draft().date();
        row.due = due;
        row.eachTotal = each.total().amount();
        row.audience = Audiences.text(request.draft().audience());
        row.parts = parts == 0 ? null : parts;
        row.follows =
                request.draft().follows().map(first -> (int) first.value()).orElse(null);
        row.charges = charges;
        row.alreadyCharged = alreadyCharged;
        row.total = each.total().times(charges).amount();
        em.persist(row);
        em.flush();
        return row.toRecord(currency);
    }
}
