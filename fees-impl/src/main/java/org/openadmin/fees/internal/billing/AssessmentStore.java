package org.openadmin.fees.internal.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.PostedAssessment;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.internal.ledger.ArrangedRows;
import org.openadmin.fees.internal.ledger.ChargeRows;
import org.openadmin.fees.internal.ledger.PartsJson;
import org.openadmin.fees.internal.ledger.Pricing;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.students.Audiences;

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
        int charged = new ChargeRows(draft.fee(), draft.predefined(), draft.date(), due, request.actor(), now)
                .statement(pricing, PartsJson.table(parts, pricing.slots(draft.fee())), students)
                .with("batch", batch.value())
                .with("parts", parts.isEmpty() ? null : parts.size())
                .part("returning", "")
                .update(em);
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
     * @param period the days that the charges are for, if any in particular
     */
    public Assessment record(
            BatchNumber batch,
            AssessmentRequest request,
            Price each,
            LocalDate due,
            int parts,
            int charges,
            int alreadyCharged,
            int overLimit,
            Optional<FeePeriod> period,
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
        row.overLimit = overLimit == 0 ? null : overLimit;
        row.periodFirst = period.map(FeePeriod::first).orElse(null);
        row.periodLast = period.map(FeePeriod::last).orElse(null);
        row.total = each.total().times(charges).amount();
        em.persist(row);
        em.flush();
        return row.toRecord(currency);
    }
}
