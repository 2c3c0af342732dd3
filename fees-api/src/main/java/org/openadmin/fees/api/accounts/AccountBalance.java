package org.openadmin.fees.api.accounts;

import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentNumber;

/**
 * What a student owes.
 *
 * @param student the student's number
 * @param balance the sum of all the student's journal rows: positive when the student owes, negative when there is credit only
 * @param outstanding the total of the charges that nothing has settled; zero or more
 */
public record AccountBalance(StudentNumber student, Money balance, Money outstanding) {

    /** Money on account: outstanding − balance; never below zero in a journal that keeps its rules. */
    public Money credit() {
        return outstanding.minus(balance);
    }

    /** What is to pay today: the balance, or zero when there is credit only. */
    public Money due() {
        return balance.isPositive() ? balance : Money.zero(balance.currency());
    }
}
