package org.openadmin.fees.api.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openadmin.fees.api.Actor;
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
 * @param shares of a receipt for several accounts, what each of them has of the money: first the one of {@code recordedStudent}; empty for
 *     a receipt of one account
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
        List<ReceiptGap> gaps,
        List<Share> shares) {

    /**
     * What an account has of a receipt for several.
     *
     * @param student as recorded on the day of the payment, or the payer
     * @param received its part of the money; zero if its charges were settled from credit alone
     * @param rounding as {@link Receipt#rounding}
     */
    public record Share(StudentSnapshot student, Money received, Money rounding) {}

    public Receipt {
        settled = List.copyOf(settled);
        reopened = List.copyOf(reopened);
        gaps = List.copyOf(gaps);
        shares = List.copyOf(shares);
    }

    /** A receipt of one account. */
    public Receipt(
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
        this(
                number,
                recordedStudent,
                date,
                received,
                rounding,
                settled,
                method,
                reference,
                cashier,
                recordedAt,
                voided,
                reopened,
                gaps,
                List.of());
    }

    /**
     * Returns the receipt for several accounts that these are the parts of, each of one account with its part of the money.
     *
     * @param parts in the order in which they were recorded; number, date, method and the like are those of the first
     */
    public static Receipt ofSeveral(List<Receipt> parts) {
        Receipt first = parts.get(0);
        Money zero = Money.zero(first.received.currency());
        return new Receipt(
                first.number,
                first.recordedStudent,
                first.date,
                parts.stream().map(Receipt::received).reduce(zero, Money::plus),
                parts.stream().map(Receipt::rounding).reduce(zero, Money::plus),
                parts.stream().flatMap(part -> part.settled.stream()).toList(),
                first.method,
                first.reference,
                first.cashier,
                first.recordedAt,
                first.voided,
                parts.stream().flatMap(part -> part.reopened.stream()).toList(),
                parts.stream().flatMap(part -> part.gaps.stream()).toList(),
                parts.stream()
                        .flatMap(
                                part -> part
                                        .recordedStudent
                                        .map(student -> new Share(student, part.received, part.rounding))
                                        .stream())
                        .toList());
    }

    /** Returns the receipt as this reader may see it, see {@link StudentSnapshot#shownTo}. */
    public Receipt shownTo(Actor reader) {
        if (reader.seesPayers()) {
            return this;
        }
        return new Receipt(
                number,
                recordedStudent.map(student -> student.shownTo(reader)),
                date,
                received,
                rounding,
                settled.stream().map(charge -> charge.shownTo(reader)).toList(),
                method,
                reference,
                cashier,
                recordedAt,
                voided,
                reopened,
                gaps,
                shares.stream()
                        .map(share -> new Share(share.student.shownTo(reader), share.received, share.rounding))
                        .toList());
    }

    /** Whether the money was for several accounts. */
    public boolean isOfSeveral() {
        return !shares.isEmpty();
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

    /** The student's name or number, or those of all accounts; empty in damaged old data that does not have it. */
    public String studentNameOrNumber() {
        return isOfSeveral()
                ? shares.stream().map(share -> share.student().nameOrNumber()).collect(Collectors.joining("; "))
                : recordedStudent.map(StudentSnapshot::nameOrNumber).orElse("");
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
        return total(settled);
    }

    /** The credit on account that was used to settle the charges; zero or more, and zero if the money received is unknown. */
    public Money fromCredit() {
        if (lacks(ReceiptGap.Kind.TOTAL)) {
            return Money.zero(received.currency());
        }
        return surplus().stream()
                .filter(Money::isNegative)
                .map(Money::negated)
                .reduce(Money.zero(received.currency()), Money::plus);
    }

    /** The part of the money that became credit on account; zero or more, and zero if a settled charge is not fully known. */
    public Money onAccount() {
        if (lacks(ReceiptGap.Kind.CHARGE_STUDENT) || lacks(ReceiptGap.Kind.CHARGE_TOTAL)) {
            return Money.zero(received.currency());
        }
        return surplus().stream().filter(Money::isPositive).reduce(Money.zero(received.currency()), Money::plus);
    }

    /** For each account, by how much the money is more than the charges that it settled; negative if it is less. */
    private List<Money> surplus() {
        return isOfSeveral()
                ? shares.stream()
                        .map(share -> share.received.plus(share.rounding).minus(total(settledOf(share))))
                        .toList()
                : List.of(received.plus(rounding).minus(settledTotal()));
    }

    /** The charges of an account that this receipt settled. */
    public List<Charge> settledOf(Share share) {
        return settled.stream()
                .filter(charge -> charge.student().number().equals(share.student.number()))
                .toList();
    }

    private Money total(List<Charge> charges) {
        return charges.stream().map(Charge::total).reduce(Money.zero(received.currency()), Money::plus);
    }
}
