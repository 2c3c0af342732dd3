package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Charges that credit on the account pays in full or in part. */
class PayingFromCreditTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void creditLowersTheAmountThatIsAskedFor() {
        counter.giveCredit("30.00");
        counter.openAccount();
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("70.00");
        assertThat(text("payment-hint")).isEqualTo("30.00 comes from the credit on account.");
    }

    @Test
    void creditThatCoversEverythingIsShownAndOffered() {
        counter.giveCredit("172.30");
        counter.openAccount();
        assertThat(text("student-header")).contains("Amount due (CAD)", "Credit covers it");
        assertThat(find(Button.class, "accept").getText()).isEqualTo("Pay from credit");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("0.00"));
        assertThat(text("student-header")).doesNotContain("Credit covers it");
    }

    @Test
    void chargesThatCreditCoversAreSettledWithoutMoney() {
        counter.giveCredit("130.00");
        counter.openAccount();
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("0.00");
        assertThat(text("payment-hint"))
                .isEqualTo("100.00 comes from the credit on account, leaving 30.00. No money changes hands.");
        assertThat(text("accept")).isEqualTo("Pay from credit");
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("0.00"));
        assertThat(counter.onlyRequest().charges()).containsExactlyInAnyOrder(counter.lab.id(), counter.band.id());
        assertThat(text("receipt-notice")).isEqualTo("Paid from the credit of Inès Tremblay. No money was received.");
        assertThat(text("account-credit")).isEqualTo("30.00");
    }

    @Test
    void creditIsUsedOnlyWhenWanted() {
        counter.giveCredit("130.00");
        counter.openAccount();
        tick("use-credit", false);
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        assertThat(text("payment-hint")).isEqualTo("The credit of 130.00 stays on account.");
        assertThat(text("accept")).isEqualTo("Accept payment");
        type("amount", "0");
        click("accept");
        assertThat(error("amount")).isEqualTo("The amount must be more than zero.");
        type("amount", "60");
        click("accept");
        assertThat(error("amount")).isEqualTo("40.00 short.");
        type("amount", "100");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("100.00"));
        assertThat(text("account-credit")).isEqualTo("130.00");
    }

    @Test
    void moneyOnTopOfCreditThatCoversIsTaken() {
        counter.giveCredit("130.00");
        counter.openAccount();
        type("amount", "20");
        assertThat(text("accept")).isEqualTo("Accept payment");
        assertThat(text("payment-hint")).isEqualTo("50.00 stays on account and pays future charges.");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("20.00"));
    }

    @Test
    void anAmountOfZeroIsRefusedWhenNoChargeIsTicked() {
        counter.giveCredit("130.00");
        counter.openAccount();
        tick("charge-" + counter.lab.id(), false);
        tick("charge-" + counter.band.id(), false);
        type("amount", "0.00");
        click("accept");
        assertThat(error("amount")).isEqualTo("The amount must be more than zero.");
        assertThat(counter.requests()).isEmpty();
    }
}
