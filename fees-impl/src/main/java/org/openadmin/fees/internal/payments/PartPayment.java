package org.openadmin.fees.internal.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentRequest;

/** The charges that a payment is about, one of which it may pay in part only. */
final class PartPayment {

    private PartPayment() {}

    /** All charges of a payment, also the one of which only a part is paid. */
    static Set<ChargeId> wanted(PaymentRequest request) {
        Set<ChargeId> wanted = new TreeSet<>(request.charges());
        request.part().map(PaidPart::charge).ifPresent(wanted::add);
        return wanted;
    }

    /**
     * The outstanding charges, with the part to be paid in place of the whole charge.
     *
     * @throws InvalidInputException if the part is not less than the charge
     */
    static List<Charge> payable(List<Charge> outstanding, Optional<PaidPart> part) {
        List<Charge> payable = new ArrayList<>();
        for (Charge charge : outstanding) {
            payable.add(part.filter(paid -> paid.charge().equals(charge.id()))
                    .map(paid -> reduced(charge, paid.amount()))
                    .orElse(charge));
        }
        return payable;
    }

    private static Charge reduced(Charge charge, Money part) {
        if (part.compareTo(charge.total()) >= 0) {
            throw new InvalidInputException(
                    Field.AMOUNT,
                    Problem.NOT_LESS_THAN_CHARGE,
                    part.toPlainString(),
                    charge.total().toPlainString());
        }
        return new Charge(
                charge.id(),
                charge.student(),
                charge.date(),
                charge.due(),
                charge.name(),
                charge.description(),
                charge.subtotal(),
                charge.taxes(),
                part,
                charge.batch(),
                charge.part());
    }

    /** The settlement with the new part in place of the charge that was split. */
    static Settlement of(Settlement settlement, ChargeId split, Charge part) {
        return new Settlement(
                settlement.charges().stream()
                        .map(charge -> charge.id().equals(split) ? part : charge)
                        .toList(),
                settlement.rounding());
    }
}
