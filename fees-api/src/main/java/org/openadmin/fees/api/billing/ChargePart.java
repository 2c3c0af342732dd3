package org.openadmin.fees.api.billing;

/**
 * Which of how many parts of a fee a charge is, such as 2 of 3.
 *
 * @param number from 1
 * @param count how many parts the charge was split into; at least the number
 */
public record ChargePart(int number, int count) {

    /** @throws IllegalArgumentException if there is no such part */
    public ChargePart {
        if (number < 1 || count < number) {
            throw new IllegalArgumentException(number + " of " + count);
        }
    }
}
