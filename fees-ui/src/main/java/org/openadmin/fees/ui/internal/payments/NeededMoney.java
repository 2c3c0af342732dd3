package org.openadmin.fees.ui.internal.payments;

import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.PaymentSettings;

/** How much money the selected charges need, after the credit that is used, and rounded if it is cash. */
final class NeededMoney {

    private final AccountNumber student;
    private final Money credit;
    private final ChargeSelection charges;
    private final PaymentSettings payments;
    private final Money zero;
    private boolean useCredit = true;
    private Map<AccountNumber, Money> family = Map.of();

    /** @param credit the student's */
    NeededMoney(AccountNumber student, Money credit, ChargeSelection charges, PaymentSettings payments) {
        this.student = student;
        this.credit = credit;
        this.charges = charges;
        this.payments = payments;
        zero = Money.zero(credit.currency());
    }

    /** Whether the student's credit helps to pay. */
    void useCredit(boolean use) {
        useCredit = use;
    }

    /** @param credits the credit of each sibling whose charges are listed too; it pays for that sibling alone */
    void family(Map<AccountNumber, Money> credits) {
        family = credits;
    }

    boolean isOfFamily() {
        return !family.isEmpty();
    }

    /** The student's credit, as far as it may be used. */
    Money usableCredit() {
        return useCredit ? credit : zero;
    }

    /** What the selected charges come to after the credit used; never negative. */
    Money exact() {
        Money exact = zero;
        for (Map.Entry<AccountNumber, Money> each : charges.totals().entrySet()) {
            Money own = each.getKey().equals(student) ? usableCredit() : family.getOrDefault(each.getKey(), zero);
            Money more = each.getValue().minus(own);
            exact = more.isPositive() ? exact.plus(more) : exact;
        }
        return exact;
    }

    /** The exact sum, rounded if it is paid by a method that is. */
    Money by(PaymentMethod method) {
        return exact().isPositive() ? payments.rounding(method).sum(exact()) : zero;
    }

    /** How much less than the exact sum is taken by this method; negative if it is more. */
    Money rounding(PaymentMethod method) {
        return exact().isPositive() ? payments.rounding(method).difference(exact()) : zero;
    }
}
