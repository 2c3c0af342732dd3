package org.openadmin.fees.internal.corrections;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.SplitPart;
import org.openadmin.fees.api.corrections.Correction;
import org.openadmin.fees.api.corrections.Correction.Returned;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.corrections.CorrectionRequest.Undo;
import org.openadmin.fees.api.corrections.CorrectionRequest.VoidReceipt;
import org.openadmin.fees.api.corrections.CorrectionRequest.Waive;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.journal.ReasonCode;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.internal.persistence.RequestedRow;

/** A correction: the request and its result. */
@Entity
@Table(name = "fees_correction")
class CorrectionRow extends RequestedRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    @Column(updatable = false)
    String act;

    @Column(updatable = false)
    int subject;

    @Column(name = "trans_date", updatable = false)
    LocalDate date;

    @Column(updatable = false)
    String reason;

    @Column(name = "journal_rows", updatable = false)
    int rows;

    @Column(updatable = false)
    BigDecimal total;

    @Column(updatable = false)
    int reopened;

    @Column(name = "reopened_total", updatable = false)
    BigDecimal reopenedTotal;

    @Column(name = "to_credit", updatable = false)
    BigDecimal toCredit;

    /** Numbers separated by blanks; null if there are none. */
    @Column(name = "other_receipts", updatable = false)
    String otherReceipts;

    /** The students whose charges of an assessment were reversed: numbers separated by blanks, in order; null for all of them. */
    @Column(updatable = false)
    String students;

    /** Of a void of a receipt with which something was sold, whether it came back; otherwise null. */
    @Column(updatable = false)
    String goods;

    /** Of a waiver, the school's code for the reason; otherwise null. */
    @Column(name = "reason_code", updatable = false)
    String reasonCode;

    /** Those to whom a request to undo an assessment is limited; null if it is not. */
    static String students(CorrectionRequest request) {
        return request instanceof Undo undo && !undo.students().isEmpty()
                ? undo.students().stream().sorted().map(StudentNumber::toString).collect(Collectors.joining(" "))
                : null;
    }

    /** Whether this row records the same request. */
    boolean isFor(CorrectionRequest request, Currency currency) {
        return act.equals(CorrectionType.of(request).code())
                && subject == CorrectionType.subject(request)
                && date.equals(request.date())
                && Objects.equals(students, students(request))
                && (!(request instanceof Refund refund) || refund.amount().equals(Money.of(total, currency)))
                && (!(request instanceof VoidReceipt voided) || isFor(voided))
                && (!(request instanceof Waive waive) || isFor(waive, currency));
    }

    private boolean isFor(VoidReceipt voided) {
        return Objects.equals(goods, goods(voided));
    }

    /** Null if it is not stated. */
    static String goods(CorrectionRequest request) {
        return request instanceof VoidReceipt voided && voided.goods() != SoldGoods.NOT_STATED
                ? voided.goods().keyword()
                : null;
    }

    /** A part of a charge was waived if there are more rows than the waiver. */
    private boolean isFor(Waive waive, Currency currency) {
        boolean same = waive.amount().isEmpty()
                ? rows == 1
                : waive.amount().get().equals(Money.of(total, currency).negated());
        return same && Objects.equals(reasonCode, reasonCode(waive));
    }

    /** Null if there is none. */
    static String reasonCode(CorrectionRequest request) {
        return request instanceof Waive waive
                ? waive.code().map(ReasonCode::value).orElse(null)
                : null;
    }

    Correction toRecord(Currency currency, Optional<Returned> returned, List<SplitPart> parts) {
        return new Correction(
                CorrectionType.of(act).kind(),
                date,
                rows,
                Money.of(total, currency),
                reopened,
                Money.of(reopenedTotal, currency),
                Money.of(toCredit, currency),
                otherReceipts == null
                        ? List.of()
                        : Arrays.stream(otherReceipts.split(" "))
                                .map(ReceiptNumber::parse)
                                .toList(),
                returned,
                parts);
    }
}
