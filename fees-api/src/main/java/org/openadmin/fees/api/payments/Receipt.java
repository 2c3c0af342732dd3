package org.openadmin.fees.api.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;

/**
 * A payment and the charges that it settled. Apart from {@code voided} and {@code reopened}, it never changes.
 *
 * @param recordedStudent the student as recorded on the day of the payment; empty only in damaged old data
 * @param date the date of the payment; {@link Dates#UNKNOWN} in damaged old data
 * @param received the money received; a positive amount
 * @param rounding how much less than needed was taken because cash was rounded; negative if it was more, usually zero
 * @param settled the charges that the payment settled, in number order; empty if it was received on account
 * @param method how the money was paid; empty in old data
 * @param reference the number of the cheque, or similar; may be empty
 * @param cashier the log-in name of the cashier; empty in old data
 * @param recordedAt when the payment was recorded; empty in old data
 * @param voided the date on which the receipt was voided; empty if it is valid
 * @param reopened which of the settled charges became outstanding again because another payment, whose money had helped
 *     to settle them, was voided, in number order; another payment may have settled them since. Empty if the receipt is
 *     voided itself
 * @param gaps what is missing from the records; empty except in damaged old data
 */
public record Receipt(
        ReceiptNumber number,
        Optional<StudentSnapshot> recordedStudent,
        LocalDate date,
        Money received,
        Money rounding,
        List<Charge> settled,
        Optional<PaymentMethod> method,
        String reference,
        String cashier,
        Optional<Instant> recordedAt,
        Optional<LocalDate> voided,
        List<ChargeId> reopened,
        List<ReceiptGap> gaps) {

    public Receipt {
        settled = List.copyOf(settled);
        reopened = List.copyOf(reopened);
        gaps = List.copyOf(gaps);
    }

    /** A receipt for money that was not rounded. */
    public Receipt(
            ReceiptNumber number,
            Optional<StudentSnapshot> recordedStudent,
            LocalDate date,
            Money received,
            List<Charge> settled,
            Optional<PaymentMethod> method,
            String reference,
            String cashier,
            Optional<Instant> recordedAt,
            Optional<LocalDate> voided,
            List<ChargeId> reopened,
            List<ReceiptGap> gaps) {
        this(
                number,
                recordedStudent,
                date,
                received,
                Money.zero(received.currency()),
                settled,
                method,
                reference,
                cashier,
                recordedAt,
                voided,
                reopened,
                gaps);
    }

    /** A receipt with complete records for money that was not rounded, of which no charge became outstanding again. */
    public Receipt(
            ReceiptNumber number,
            StudentSnapshot student,
            LocalDate date,
            Money received,
            List<Charge> settled,
            Optional<PaymentMethod> method,
            String reference,
            String cashier,
            Optional<Instant> recordedAt,
            Optional<LocalDate> voided) {
        this(
                number,
                Optional.of(student),
                date,
                received,
                settled,
                method,
                reference,
                cashier,
                recordedAt,
                voided,
                List.of(),
                List.of());
    }

    /**
     * The student as recorded on the day of the payment.
     *
     * @throws java.util.NoSuchElementException if {@link #recordedStudent} is empty, in damaged old data
     */
    public StudentSnapshot student() {
        return recordedStudent.orElseThrow();
    }

    /** The student's name or number; empty in damaged old data that does not have it. */
    public String studentNameOrNumber() {
        return recordedStudent.map(StudentSnapshot::nameOrNumber).orElse("");
    }

    /** Whether this is missing from the records. */
    public boolean lacks(ReceiptGap.Kind kind) {
        return gaps.stream().anyMatch(gap -> gap.kind() == kind);
    }

    /** The charges that this receipt lists as paid and that became outstanding again. */
    public List<Charge> reopenedCharges() {
        return settled.stream().filter(charge -> reopened.contains(charge.id())).toList();
    }

    /** The total of the settled charges. */
    public Money settledTotal() {
        return settled.stream().map(Charge::total).reduce(Money.zero(received.currency()), Money::plus);
    }

    /** The credit on account that was used to settle the charges; zero or more, and zero if the money received is unknown. */
    public Money fromCredit() {
        if (lacks(ReceiptGap.Kind.TOTAL)) {
            return Money.zero(received.currency());
        }
        Money lacking = settledTotal().minus(received).minus(rounding);
        return lacking.isPositive() ? lacking : Money.zero(received.currency());
    }

    /** The part of the money that became credit on account; zero or more, and zero if a settled charge is not fully known. */
    public Money onAccount() {
        if (lacks(ReceiptGap.Kind.CHARGE_STUDENT) || lacks(ReceiptGap.Kind.CHARGE_TOTAL)) {
            return Money.zero(received.currency());
        }
        Money over = received.plus(rounding).minus(settledTotal());
        return over.isPositive() ? over : Money.zero(received.currency());
    }
}
