package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.BlurNotifier;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.payments.PaidPart;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.components.DateField;

/** What is typed into the form: amounts, change, methods and dates. */
class PaymentFormTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void aPaymentIsNeverDatedLaterThanToday() {
        counter.openAccount();
        find(DateField.class, "payment-date").setValue(LocalDate.of(2062, 9, 8));
        click("accept");
        assertThat(error("payment-date")).contains("post-dated cheque");
        assertThat(counter.receipts()).isEmpty();
    }

    @Test
    void eachChargeHasItsDueDateAndOverdueIsAWord() {
        counter.office.add(JournalRow.charge("Yearbook", "40.00")
                .student(counter.ines)
                .on(Kit.DAY.minusDays(60))
                .due(Kit.DAY.minusDays(1)));
        counter.openAccount();
        assertThat(text("charges"))
                .contains("due Sep. 8, 2026", "due Sep. 7, 2026")
                .containsOnlyOnce("overdue");
    }

    @Test
    void theTotalAndTheAmountFollowTheTicks() {
        counter.openAccount();
        tick("charge-" + counter.band.id(), false);
        assertThat(text("ticked-total")).isEqualTo("1 of 2 charges selected: 24.95 CAD");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("24.95");
        click("accept");
        assertThat(counter.onlyRequest().charges()).containsExactly(counter.lab.id());
    }

    @Test
    void tooMuchMoneyStaysOnAccountAndSaysSo() {
        counter.openAccount();
        CounterScreen.choose(PaymentMethod.CHEQUE);
        type("amount", "120");
        assertThat(text("payment-hint")).isEqualTo("20.00 stays on account and pays future charges.");
        click("accept");
        assertThat(text("receipt-lines")).isEqualTo("2 charges paid. 20.00 stays on account.");
    }

    @Test
    void tooMuchCashCanBeGivenBackAsChange() {
        counter.openAccount();
        type("amount", "120");
        click("give-change");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        assertThat(text("change")).isEqualTo("Change due 20.00");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("receipt-change")).isEqualTo("Change due 20.00");
    }

    private void noPennies() {
        counter.office.configure(Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))));
        counter.office.add(
                JournalRow.charge("Pencil", "0.02").student(counter.ines).on(Kit.DAY));
    }

    @Test
    void cashIsProposedTakenAndGivenBackAsItIsRounded() {
        noPennies();
        counter.openAccount();
        assertThat(text("ticked-total")).endsWith("100.02 CAD");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        assertThat(text("cash-rounding")).isEqualTo("100.02 is 100.00 in cash.");
        assertThat(text("payment-hint")).isEmpty();
        type("handed", "120");
        assertThat(text("change")).isEqualTo("Change due 20.00");
        click("accept");

        assertThat(counter.onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("receipt-notice")).isEqualTo("100.00 CAD received from Inès Tremblay.");
        assertThat(text("receipt-lines")).isEqualTo("3 charges paid. 100.02 in all, cash rounding −0.02.");
        assertThat(text("receipt-change")).isEqualTo("Change due 20.00");
        assertThat(counter.office.accounts().balance(counter.ines).balance()).isEqualTo(cad("0.00"));
    }

    @Test
    void otherMethodsAreExactAndTheProposalFollowsTheMethod() {
        noPennies();
        counter.openAccount();
        CounterScreen.choose(PaymentMethod.CARD);
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.02");
        assertThat(shows(Component.class, "cash-rounding")).isFalse();
        CounterScreen.choose(PaymentMethod.CASH);
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        type("amount", "50.00");
        CounterScreen.choose(PaymentMethod.CHEQUE);
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("50.00");
    }

    @Test
    void moreCashThanTheRoundedSumIsChangeOrStaysOnAccount() {
        noPennies();
        counter.openAccount();
        type("amount", "120");
        assertThat(text("payment-hint")).isEqualTo("20.00 stays on account and pays future charges.");
        assertThat(find(Button.class, "give-change").getText()).isEqualTo("Give 20.00 change");
        type("amount", "99.95");
        click("accept");
        assertThat(error("amount")).isEqualTo("0.05 short.");
        type("amount", "100.02");
        click("accept");
        assertThat(error("amount")).isEqualTo("There are no coins for 100.02. Enter 100.00.");
        assertThat(counter.receipts()).isEmpty();
    }

    @Test
    void aWrongAmountIsNamedWhenTheFieldIsLeft() {
        counter.openAccount();
        TextField amount = find(TextField.class, "amount");
        for (String typed : List.of("abc", "12,50", "10%", "0")) {
            type("amount", typed);
            ComponentUtil.fireEvent(amount, new BlurNotifier.BlurEvent<>(amount, true));
            assertThat(error("amount")).as(typed).isNotEmpty();
        }
        type("amount", "");
        ComponentUtil.fireEvent(amount, new BlurNotifier.BlurEvent<>(amount, true));
        assertThat(amount.isInvalid()).isFalse();
    }

    @Test
    void aShortfallIsShownOnce() {
        counter.openAccount();
        type("amount", "30.00");
        click("accept");
        assertThat(error("amount")).isEqualTo("70.00 short.");
        assertThat(text("payment-hint")).isEmpty();
        assertThat(shows(Component.class, "payment-notice")).isFalse();
    }

    @Test
    void tooLittleMoneyIsRefusedBesideTheFieldAndCanGoOnAccount() {
        counter.openAccount();
        type("amount", "30.00");
        assertThat(text("payment-hint")).startsWith("70.00 short");
        click("accept");
        assertThat(counter.requests()).isEmpty();
        assertThat(error("amount")).isEqualTo("70.00 short.");

        click("on-account");
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("30.00");
        click("accept");
        assertThat(counter.onlyRequest().charges()).isEmpty();
    }

    @Test
    void tooLittleMoneyPaysAPartOfACharge() {
        counter.openAccount();
        type("amount", "30.00");
        assertThat(find(Button.class, "split-and-pay").getText()).isEqualTo("Split Band and pay 5.05 of 75.05");
        tick("charge-" + counter.lab.id(), false);
        type("amount", "40.00");
        assertThat(find(Button.class, "split-and-pay").getText()).isEqualTo("Split Band and pay 40.00 of 75.05");

        click("split-and-pay");

        PaymentRequest request = counter.onlyRequest();
        assertThat(request.charges()).isEmpty();
        assertThat(request.part()).contains(new PaidPart(counter.band.id(), cad("40.00")));
        assertThat(counter.office.accounts().outstanding(counter.ines))
                .extracting(Charge::name, Charge::total)
                .containsExactly(tuple("Lab fee", cad("24.95")), tuple("Band", cad("35.05")));
    }

    @Test
    void creditHelpsToPayAPartAndARepeatedPaymentIsAskedAbout() {
        counter.giveCredit("10.00");
        counter.openAccount();
        type("amount", "30.00");
        assertThat(find(Button.class, "split-and-pay").getText()).isEqualTo("Split Band and pay 15.05 of 75.05");
        click("split-and-pay");
        assertThat(counter.requests()).hasSize(1);

        counter.openAccount();
        type("amount", "30.00");
        click("split-and-pay");
        assertThat(text("payment-hint")).contains("30.00");
        click("accept");
        assertThat(counter.receipts()).hasSize(3);
        assertThat(counter.office.accounts().balance(counter.ines).outstanding())
                .isEqualTo(cad("30.00"));
    }

    @Test
    void aPartIsNotOfferedForWholeChargesOrEnoughMoney() {
        counter.openAccount();
        for (String typed : List.of("100.00", "24.95", "", "0")) {
            type("amount", typed);
            assertThat(shows(Button.class, "split-and-pay")).as(typed).isFalse();
        }
        type("amount", "20.00");
        assertThat(find(Button.class, "split-and-pay").getText()).isEqualTo("Split Lab fee and pay 20.00 of 24.95");
        click("accept");
        assertThat(error("amount")).isEqualTo("80.00 short.");
        assertThat(counter.requests()).isEmpty();
    }

    @Test
    void anInvalidAmountIsRefusedBesideTheFieldAndKept() {
        counter.openAccount();
        for (String typed : List.of("12,50", "10e-2", "1.005", "0", "-5", "100000000.00", "1,25.00", "$5", "")) {
            type("amount", typed);
            click("accept");
            assertThat(error("amount")).as(typed).isNotEmpty();
            assertThat(find(TextField.class, "amount").getValue()).isEqualTo(typed);
        }
        assertThat(counter.requests()).isEmpty();
    }

    @Test
    void aFrenchAmountHasAComma() {
        counter.open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        type("amount", "112,50");
        assertThat(text("payment-hint")).isEqualTo("12,50 sera porté au compte et servira à payer des frais à venir.");
        click("accept");
        assertThat(text("payment-hint"))
                .startsWith("12,50 de plus que le montant dû.")
                .contains("ou sur M pour rendre la monnaie");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("112.50"));
    }

    @Test
    void aCorrectedFieldIsNoLongerInvalid() {
        counter.openAccount();
        type("amount", "12,50");
        type("handed", "x");
        click("accept");
        assertThat(complaints()).containsExactly("Amount received", "Cash received");
        type("handed", "");
        assertThat(complaints()).containsExactly("Amount received");
        type("amount", "100.00");
        assertThat(complaints()).isEmpty();
        type("amount", "30.00");
        click("accept");
        assertThat(complaints()).containsExactly("Amount received");
        tick("charge-" + counter.band.id(), false);
        assertThat(error("amount")).isEmpty();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void moneyWithoutAChargeGoesOnAccountAndSaysWhatThatMeans() {
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "101");
        type("amount", "25");
        assertThat(text("payment-hint"))
                .isEqualTo("25.00 is received on account: it pays no charge now, and pays future charges.");
        CounterScreen.choose(PaymentMethod.CHEQUE);
        type("reference", "4711");
        press(find(TextField.class, "reference"), Key.ENTER);
        assertThat(counter.onlyRequest().method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(counter.onlyRequest().reference()).isEqualTo("4711");
        assertThat(counter.onlyRequest().date()).isEqualTo("2026-09-08");
    }

    @Test
    void aWrongDateOrReferenceIsNamedAndNothingIsTaken() {
        counter.openAccount();
        CounterScreen.choose(PaymentMethod.CHEQUE);
        type("reference", "9".repeat(65));
        click("accept");
        assertThat(error("reference")).contains("65 characters");
        type("reference", "9");
        find(DateField.class, "payment-date").setValue(null);
        click("accept");
        assertThat(error("payment-date")).isNotEmpty();
        assertThat(counter.requests()).isEmpty();
    }

    /** The labels of the invalid fields. */
    private static List<String> complaints() {
        return LocatorJ._find(TextField.class).stream()
                .filter(TextField::isInvalid)
                .map(TextField::getLabel)
                .toList();
    }
}
