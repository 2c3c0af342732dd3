package org.openadmin.fees.internal.payments;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.internal.persistence.RequestedRow;

/**
 * A new row of the journal for money received: a payment, or an amount on account. It is written only; queries read the journal
 * through {@link org.openadmin.fees.internal.ledger.JournalRowView}.
 */
@Entity
@Table(name = "fees_jrl")
class ReceiptRow extends RequestedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(name = "trans_type", updatable = false)
    String kind;

    @Column(name = "studnum", updatable = false)
    Integer student;

    @Column(name = "student_name", updatable = false)
    String studentName;

    @Column(name = "student_grade", updatable = false)
    String studentGrade;

    @Column(name = "student_homeroom", updatable = false)
    String studentHomeroom;

    @Column(name = "trans_date", updatable = false)
    LocalDate date;

    @Column(updatable = false)
    String name;

    /** The numbers of the charges that it settles. */
    @Column(updatable = false)
    String description;

    @Column(updatable = false)
    BigDecimal total;

    /** Unique among the module's own rows by the index fees_jrl_receipt. */
    @Column(name = "paid_id", updatable = false)
    Integer receiptNumber;

    @Column(updatable = false)
    String method;

    @Column(updatable = false)
    String reference;

    /**
     * A new row.
     *
     * @param charges the charges that the money settles; without any it is received on account
     * @param name the journal's word for a payment, in the school's language
     */
    static ReceiptRow from(
            PaymentRequest request,
            StudentSnapshot student,
            Collection<ChargeId> charges,
            String name,
            int receiptNumber,
            Instant now) {
        ReceiptRow row = new ReceiptRow();
        row.requested(request.key(), request.actor(), now);
        row.kind = (charges.isEmpty() ? EntryKind.ON_ACCOUNT : EntryKind.PAYMENT).code();
        row.student = request.student().value();
        row.studentName = student.name();
        row.studentGrade = student.grade();
        row.studentHomeroom = student.homeroom();
        row.date = request.date();
        row.name = name;
        row.description = charges.stream().sorted().map(ChargeId::toString).collect(Collectors.joining(","));
        row.total = request.received().negated().amount();
        row.receiptNumber = receiptNumber;
        row.method = request.method().keyword();
        row.reference = request.reference();
        return row;
    }
}
