package org.openadmin.fees.api.accounts;

import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;

/**
 * The state of a student's account.
 *
 * @param student the student's number
 * @param balance the sum of all the student's journal rows: positive if the student owes money, negative if the student
 *     has credit
 * @param outstanding the total of the student's unsettled charges; zero or more
 */
public record AccountBalance(AccountNumber student, Money balance, Money outstanding) {

    /** The credit on account, outstanding − balance. Zero or more, unless the journal contains errors. */
    public Money credit() {
        return outstanding.minus(balance);
    }

    /** Whether the credit covers all outstanding charges: nothing is due, and they can be paid from credit. */
    public boolean isCoveredByCredit() {
        return outstanding.isPositive() && !balance.isPositive();
    }

    /** The balance, or zero if the student has credit: what is billed, due or not, less the credit. */
    public Money due() {
        return balance.isPositive() ? balance : Money.zero(balance.currency());
    }
}
