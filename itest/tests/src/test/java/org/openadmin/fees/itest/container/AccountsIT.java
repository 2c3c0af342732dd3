package org.openadmin.fees.itest.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.accounts.AccountBalance;

/** {@code FeeAccounts} as an OSGi service, as other modules of the portal use it. */
public class AccountsIT extends OfficeTestBase {

    @Test
    public void oneManyAndAllBalancesAgree() {
        charge(fee("Yearbook", "15.00", "GST"), 160, 161);
        cashier.receive(payment(161, "20.75", List.of()));

        AccountBalance owing = accounts.balance(student(160));
        assertEquals(money("15.75"), owing.balance());
        AccountBalance paid = accounts.balance(student(161));
        assertEquals(money("-5.00"), paid.balance());
        assertEquals(money("15.75"), paid.outstanding());
        assertEquals(money("20.75"), paid.credit());

        var three = accounts.balances(List.of(student(162), student(160), student(161)));
        assertEquals(List.of(student(160), student(161), student(162)), List.copyOf(three.keySet()));
        assertEquals(owing, three.get(student(160)));
        assertEquals(paid, three.get(student(161)));
        assertEquals(money("0.00"), three.get(student(162)).balance());

        List<AccountBalance> all = accounts.balances();
        assertEquals(number("SELECT COUNT(*) FROM fees_student"), all.size());
        assertEquals(
                number("SELECT CAST(SUM(total) * 100 AS INT) FROM fees_jrl"),
                all.stream()
                        .map(AccountBalance::balance)
                        .reduce(money("0.00"), (a, b) -> a.plus(b))
                        .amount()
                        .movePointRight(2)
                        .longValueExact());
    }

    @Test
    public void onlyWhoOwesHasOutstandingCharges() {
        charge(fee("Bus", "8.00"), 163);
        var found = accounts.outstanding(List.of(student(164), student(163)));
        assertEquals(Set.of(student(163)), found.keySet());
        assertEquals(accounts.outstanding(student(163)), found.get(student(163)));
    }

    @Test
    public void aStrangerHasNoAccount() {
        assertThrows(UnknownStudentException.class, () -> accounts.balance(student(999_999)));
    }
}
