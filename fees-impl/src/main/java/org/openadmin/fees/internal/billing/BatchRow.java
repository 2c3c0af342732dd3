package org.openadmin.fees.internal.billing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Assessment;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.internal.persistence.RequestedRow;
import org.openadmin.fees.internal.students.Audiences;

/** An assessment: the request and its result. */
@Entity
@Table(name = "fees_batch")
class BatchRow extends RequestedRow {

    @Id
    Integer id;

    /** Served by the index fees_batch_predefined. */
    @Column(name = "predefined_id", updatable = false)
    Integer predefined;

    @Column(updatable = false)
    String name;

    @Column(name = "trans_date", updatable = false)
    LocalDate date;

    /** Null in assessments of earlier versions, whose charges were due on their date. */
    @Column(name = "due_date", updatable = false)
    LocalDate due;

    @Column(name = "each_total", updatable = false)
    BigDecimal eachTotal;

    @Column(updatable = false)
    String audience;

    @Column(updatable = false)
    int charges;

    /** In how many parts each student was charged; null for one charge. */
    @Column(updatable = false)
    Integer parts;

    /** The assessment that this one completes; null for one of its own. Served by the index fees_batch_follows. */
    @Column(name = "follows_id", updatable = false)
    Integer follows;

    @Column(name = "already_charged", updatable = false)
    int alreadyCharged;

    /** How many students were skipped because of the limit of the fee; null if none. */
    @Column(name = "over_limit", updatable = false)
    Integer overLimit;

    /** The first and the last day that the charges are for; null if they are for none in particular. */
    @Column(name = "period_first", updatable = false)
    LocalDate periodFirst;

    @Column(name = "period_last", updatable = false)
    LocalDate periodLast;

    @Column(updatable = false)
    BigDecimal total;

    /** Whether this row records the same request. A due date that was not given depends on settings that may have changed since. */
    boolean isFor(AssessmentDraft draft) {
        return name.equals(draft.fee().name())
                && date.equals(draft.date())
                && draft.due().map(given -> given.of(date).equals(due())).orElse(true)
                && audience.equals(Audiences.text(draft.audience()))
                && Optional.ofNullable(follows).map(BatchNumber::new).equals(draft.follows())
                && (draft.period().isEmpty() || draft.period().equals(period()));
    }

    Audience audience() {
        return Audiences.parse(audience);
    }

    boolean isOfNamedStudents() {
        return audience() instanceof Audience.Group group && group.kind() == GroupKind.STUDENT;
    }

    Optional<FeePeriod> period() {
        return FeePeriod.of(Optional.ofNullable(periodFirst), Optional.ofNullable(periodLast));
    }

    private LocalDate due() {
        return due == null ? date : due;
    }

    Assessment toRecord(Currency currency) {
        return new Assessment(
                new BatchNumber(id),
                name,
                date,
                due(),
                charges,
                Money.of(total, currency),
                alreadyCharged,
                overLimit == null ? 0 : overLimit,
                recordedAt(),
                recordedBy());
    }
}
