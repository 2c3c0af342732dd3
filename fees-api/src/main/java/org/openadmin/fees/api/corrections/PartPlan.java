package org.openadmin.fees.api.corrections;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.openadmin.fees.api.Dates;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.billing.EqualParts;

/**
 * Into which parts a charge is to be split.
 *
 * @param count the number of parts, 2 to 60
 * @param amounts the total of each part, above zero; empty for equal parts
 * @param due the due date of each part, each not before the one before it; empty if all are due like the whole charge
 */
public record PartPlan(int count, List<Money> amounts, List<LocalDate> due) {

    /** @throws InvalidInputException if a number, an amount or a date is out of range */
    public PartPlan {
        EqualParts.requireCount(count);
        amounts = List.copyOf(amounts);
        due = List.copyOf(due);
        amounts.forEach(Money::requireReceivable);
        if (!amounts.isEmpty() && amounts.size() != count || !due.isEmpty() && due.size() != count) {
            throw new InvalidInputException(Field.PARTS, Problem.OUT_OF_RANGE, String.valueOf(count));
        }
        for (int i = 0; i < due.size(); i++) {
            Dates.require(due.get(i), Field.DUE);
            if (i > 0 && due.get(i).isBefore(due.get(i - 1))) {
                throw new InvalidInputException(
                        Field.DUE, Problem.OUT_OF_SEQUENCE, due.get(i).toString());
            }
        }
    }

    /** Equal parts, due like the whole charge. */
    public static PartPlan equal(int count) {
        return new PartPlan(count, List.of(), List.of());
    }

    /** Equal parts, one for each due date. */
    public static PartPlan due(List<LocalDate> due) {
        return new PartPlan(due.size(), List.of(), due);
    }

    /** These amounts, due like the whole charge. */
    public static PartPlan of(Money... amounts) {
        return new PartPlan(amounts.length, List.of(amounts), List.of());
    }

    /**
     * The total of each part of a charge.
     *
     * @throws PartsDoNotAddUpException if the amounts are more or less than the charge
     * @throws InvalidInputException if equal parts would be less than a cent
     */
    public List<Money> totals(Money whole) {
        if (amounts.isEmpty()) {
            return EqualParts.of(whole, count);
        }
        Money sum = amounts.stream().reduce(Money.zero(whole.currency()), Money::plus);
        if (!sum.equals(whole)) {
            throw new PartsDoNotAddUpException(sum, whole);
        }
        return amounts;
    }

    /** The due date of each part of a charge that is due on this day. */
    public List<LocalDate> days(LocalDate whole) {
        return due.isEmpty() ? Collections.nCopies(count, whole) : due;
    }
}
