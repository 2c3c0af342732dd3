package org.openadmin.fees.api;

import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;

/**
 * The permanent number of a payer: somebody who is no student and owes or gives money for students, such as a band, an
 * agency, a bursary fund or the other parent. The rows of payer 12, shown as {@code P12}, have the student number −12 in the
 * journal.
 */
public record PayerNumber(int value) implements AccountNumber {

    public PayerNumber {
        if (value <= 0) {
            throw new InvalidInputException(Field.ACCOUNT, Problem.OUT_OF_RANGE, String.valueOf(value));
        }
    }

    @Override
    public int journalNumber() {
        return -value;
    }

    @Override
    public String toString() {
        return "P" + value;
    }
}
