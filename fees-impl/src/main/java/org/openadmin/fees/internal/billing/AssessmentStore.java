package org.openadmin.fees.internal.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.Price;
import org.openadmin.fees.api.billing.Tax;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.persistence.Counter;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;
import org.openadmin.fees.internal.students.Audiences;
import org.openadmin.fees.internal.students.StudentsJson;
import org.openadmin.fees.spi.TaxRate;

/** Charging many students in one statement, and the record of having done so. */
public final class AssessmentStore {

    private final EntityManager em;
    private final Currency currency;

    public AssessmentStore(EntityManager em, Currency currency) {
        this.em = em;
        this.currency = currency;
    }

    /**
     * What a request with this key did, if there was one.
     *
     * @throws RequestKeyReusedException when it was about another fee, date or audience
     */
    public Optional<Assessment> find(RequestKey key, AssessmentDraft draft) {
        Optional<BatchRow> row = em.createQuery("SELECT b FROM BatchRow b WHERE b.requestKey = :key", BatchRow.class)
                .setParameter("key", key.toString())
                .getResultStream()
                .findFirst();
        if (row.isPresent() && !row.get().isFor(draft)) {
            throw new RequestKeyReusedException(key);
        }
        return row.map(batch -> batch.toRecord(currency));
    }

    /** Waits until no other assessment is under way on this server; on a cluster {@link #next} lets one of them go on only. */
    public void lock() {
        Counter.BATCH.lock(em);
    }

    /** The number of this assessment. */
    public BatchNumber next() {
        return new BatchNumber(Counter.BATCH.next(em, 1));
    }

    /** Who has a charge of this name and date that nothing has reversed. */
    public Set<StudentNumber> charged(String feeName, LocalDate date) {
        Set<StudentNumber> students = new HashSet<>();
        new Sql()
                .add("SELECT DISTINCT c.studnum FROM fees_jrl c")
                .add("LEFT JOIN fees_jrl r ON r.id = c.paid_id AND r.trans_type = 'rev'")
                .add("WHERE c.trans_type = 'chg' AND c.trans_date = ? AND c.name = ?", date.toString(), feeName)
                .add("AND c.studnum > 0 AND r.id IS NULL")
                .values(em)
                .forEach(number -> students.add(new StudentNumber(((Number) number).intValue())));
        return students;
    }

    /** Charges the students, each once, as they were just read: the host's tables are not locked and cannot change meanwhile. */
    public void charge(
            BatchNumber batch, AssessmentRequest request, Pricing pricing, List<Student> students, Instant now) {
        AssessmentDraft draft = request.draft();
        Fee fee = draft.fee();
        Price each = pricing.price(fee);
        Sql sql = new Sql()
                .add(
                        "INSERT INTO fees_jrl (studnum, student_name, student_grade, student_homeroom, trans_type, trans_date,")
                .add("name, description, subtotal, total, discount, batch_id, predefined_id, recorded_at, recorded_by")
                .add(IntStream.rangeClosed(1, Tax.MOST_PER_CHARGE)
                        .mapToObj(i -> ", tax" + i + ", tax" + i + "_name, tax" + i + "_rate")
                        .collect(Collectors.joining("", "", ")")))
                .add(
                        "SELECT s.studnum, s.name, s.grade, s.homeroom, 'chg', ?",
                        draft.date().toString())
                .add(", ?, ?", fee.name(), fee.description())
                .add(", ?, ?, ?", each.subtotal().amount(), each.total().amount(), fee.discount())
                .add(", ?", batch.value())
                .add(", ?", draft.predefined().map(id -> id.value()).orElse(null))
                .add(", ?, ?", UtcTimestamp.text(now), request.actor().name());
        pricing.slots(fee).forEach(slot -> addTax(sql, slot, each.taxes()));
        sql.add("FROM JSON_TABLE(?, '$[*]' COLUMNS (studnum INT PATH '$[0]',", StudentsJson.of(students))
                .add(
                        "name VARCHAR(512) PATH '$[1]', grade VARCHAR(32) PATH '$[2]', homeroom VARCHAR(32) PATH '$[3]')) s");
        int charged = sql.on(em).executeUpdate();
        if (charged != students.size()) {
            throw new IllegalStateException("The database charged " + charged + " of " + students.size() + " students");
        }
    }

    private static void addTax(Sql sql, Optional<TaxRate> slot, List<Tax> taxes) {
        if (slot.isEmpty()) {
            sql.add(", NULL, NULL, NULL");
            return;
        }
        TaxRate rate = slot.get();
        taxes.stream()
                .filter(tax -> tax.name().equals(rate.name()))
                .forEach(tax -> sql.add(", ?, ?, ?", tax.amount().amount(), tax.name(), rate.percent()));
    }

    /** Keeps what was asked for and what was done. */
    public Assessment record(
            BatchNumber batch, AssessmentRequest request, Price each, int charges, int alreadyCharged, Instant now) {
        BatchRow row = new BatchRow();
        row.id = (int) batch.value();
        row.requestKey = request.key().toString();
        row.predefined =
                request.draft().predefined().map(id -> (int) id.value()).orElse(null);
        row.name = request.draft().fee().name();
        row.date = request.draft().date();
        row.eachTotal = each.total().amount();
        row.audience = Audiences.text(request.draft().audience());
        row.charges = charges;
        row.alreadyCharged = alreadyCharged;
        row.total = each.total().times(charges).amount();
        row.recordedAt = UtcTimestamp.text(now);
        row.recordedBy = request.actor().name();
        em.persist(row);
        em.flush();
        return row.toRecord(currency);
    }
}
