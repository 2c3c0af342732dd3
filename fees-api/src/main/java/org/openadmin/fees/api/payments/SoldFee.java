package org.openadmin.fees.api.payments;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.PredefinedFeeId;

/**
 * A predefined fee that is sold at the counter, such as two locks: charged and paid in one transaction.
 *
 * <p>Each piece is a charge of its own and not one charge of twice the price. So each piece has the price and the taxes, rounded to the
 * cent, that an assessment of the fee has; a tax is still its rate of the subtotal; one of two locks can be reversed or refunded; and
 * money that is not enough pays whole pieces before a part of one.
 *
 * @param quantity how many pieces, 1 to {@value #MAX_QUANTITY}
 * @param paid how much of the sum of these pieces is paid: the first ones in full, the next one in part, and the others are owed; zero or
 *     more, less than the sum. Empty if all of them are paid in full
 */
public record SoldFee(PredefinedFeeId fee, int quantity, Optional<Money> paid) {

    /** The most pieces of a fee that are sold at once. */
    public static final int MAX_QUANTITY = 99;

    /** @throws InvalidInputException if the quantity is outside the limits, or less than nothing is paid */
    public SoldFee {
        Objects.requireNonNull(fee, "fee");
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new InvalidInputException(Field.QUANTITY, Problem.OUT_OF_RANGE, String.valueOf(quantity));
        }
        paid.filter(part -> !part.isZero()).ifPresent(Money::requireReceivable);
    }

    /** Pieces that are all paid in full. */
    public SoldFee(PredefinedFeeId fee, int quantity) {
        this(fee, quantity, Optional.empty());
    }

    /**
     * The quantity that a user typed.
     *
     * @throws InvalidInputException if it is not a whole number from 1 to {@value #MAX_QUANTITY}
     */
    public static int quantity(String typed) {
        String text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new InvalidInputException(Field.QUANTITY, Problem.MISSING, "");
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new InvalidInputException(Field.QUANTITY, Problem.NOT_A_NUMBER, text);
        }
        int quantity = Integer.parseInt(text);
        if (quantity < 1 || quantity > MAX_QUANTITY) {
            throw new InvalidInputException(Field.QUANTITY, Problem.OUT_OF_RANGE, text);
        }
        return quantity;
    }
}
