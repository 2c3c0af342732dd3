package org.openadmin.fees.internal.payments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.payments.NotEnoughMoneyException;
import org.openadmin.fees.spi.CashRounding;

/**
 * How the money of one payment is shared out among several accounts. Each account gets what its charges need beyond its own credit, and
 * one of them gets what is left. The sum is rounded once.
 *
 * @param shares those of the accounts with charges in the sequence of the request, then that of the surplus
 */
record FamilySettlement(List<Share> shares) {

    /**
     * What an account has of the payment.
     *
     * @param charges those that it settles, in number order; none if the money is on account
     * @param rounding how much less than needed is taken because cash is rounded; negative if it is more, usually zero
     */
    record Share(StudentSnapshot student, List<Charge> charges, Money received, Money rounding) {

        List<ChargeId> ids() {
            return charges.stream().map(Charge::id).toList();
        }
    }

    /**
     * An account before the payment.
     *
     * @param charges those to settle, in number order
     */
    record Before(StudentSnapshot student, AccountBalance balance, List<Charge> charges) {

        Money total() {
            return charges.stream()
                    .map(Charge::total)
                    .reduce(Money.zero(balance.balance().currency()), Money::plus);
        }

        /** What the charges need beyond the credit; zero if the credit covers them. */
        Money needed() {
            Money needed = total().minus(balance.credit());
            return needed.isNegative() || charges.isEmpty() ? needed.minus(needed) : needed;
        }
    }

    FamilySettlement {
        shares = List.copyOf(shares);
    }

    /**
     * Shares the money out.
     *
     * @param accounts the accounts with charges, the first one first, and that of the surplus
     * @param surplus which of them has what is left
     * @throws NotEnoughMoneyException when the money and the credit of each account do not cover the charges
     */
    static FamilySettlement of(List<Before> accounts, AccountNumber surplus, Money received, CashRounding cash) {
        Money zero = Money.zero(received.currency());
        Map<AccountNumber, Money> needed = new LinkedHashMap<>();
        accounts.forEach(each -> needed.put(each.student().number(), each.needed()));
        Money sum = needed.values().stream().reduce(zero, Money::plus);
        Money total = accounts.stream().map(Before::total).reduce(zero, Money::plus);
        Money difference = received.isPositive() && sum.isPositive() ? cash.difference(sum) : zero;
        Before first = accounts.stream()
                .filter(each -> each.needed().compareTo(difference) > 0)
                .findFirst()
                .orElse(null);
        Money rounding = first == null ? zero : difference;
        Money left = received.plus(rounding).minus(sum);
        if (left.isNegative()) {
            throw new NotEnoughMoneyException(total, received, total.minus(sum), rounding);
        }
        List<Share> shares = new ArrayList<>();
        for (Before each : accounts) {
            AccountNumber number = each.student().number();
            Money own = each == first ? rounding : zero;
            Money more = number.equals(surplus) ? left : zero;
            Money money = needed.get(number).minus(own).plus(more);
            if (!each.charges().isEmpty() || money.isPositive()) {
                shares.add(new Share(each.student(), each.charges(), money, own));
            }
        }
        return new FamilySettlement(shares);
    }
}
