package org.openadmin.fees.spi;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.SoldFee;

/** Which of the pieces that a payment sells it settles, once they are charged. */
public final class SoldPieces {

    private final PaymentRequest request;
    private final Set<ChargeId> charges;
    private Optional<PaidPart> part;

    public SoldPieces(PaymentRequest request) {
        this.request = request;
        charges = new HashSet<>(request.charges());
        part = request.part();
    }

    /** When a piece is due: as a charge of the fee is, but not before it is sold. */
    public static LocalDate due(PredefinedFee fee, LocalDate date, int usualDays) {
        Due due = fee.due().orElseGet(() -> new Due.After(usualDays));
        return due instanceof Due.On on && on.day().isBefore(date) ? date : due.of(date);
    }

    /**
     * Adds the charges of a fee.
     *
     * @param price the total of each of them
     * @throws InvalidInputException if what is paid of them is not less than their sum, or if a part of another charge is paid too
     */
    public void add(SoldFee sold, Money price, List<ChargeId> pieces) {
        if (sold.paid().isEmpty()) {
            charges.addAll(pieces);
            return;
        }
        Money paid = sold.paid().get();
        Money sum = price.times(pieces.size());
        if (paid.compareTo(sum) >= 0) {
            throw new InvalidInputException(
                    Field.AMOUNT, Problem.NOT_LESS_THAN_CHARGE, paid.toPlainString(), sum.toPlainString());
        }
        Money left = paid;
        for (ChargeId piece : pieces) {
            if (left.compareTo(price) >= 0) {
                charges.add(piece);
                left = left.minus(price);
            } else if (left.isPositive()) {
                payPart(new PaidPart(piece, left));
                left = Money.zero(price.currency());
            }
        }
    }

    private void payPart(PaidPart paid) {
        if (part.isPresent()) {
            throw new InvalidInputException(
                    Field.AMOUNT, Problem.OUT_OF_RANGE, paid.amount().toPlainString());
        }
        part = Optional.of(paid);
    }

    /** The same request, which pays the pieces like charges that were there before. */
    public PaymentRequest request() {
        return new PaymentRequest(
                request.key(),
                request.actor(),
                request.student(),
                request.date(),
                request.received(),
                charges,
                request.method(),
                request.reference(),
                request.confirmed(),
                part,
                List.of());
    }
}
