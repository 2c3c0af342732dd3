package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.corrections.SoldGoods;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.SoldFee;
import org.openadmin.fees.testkit.Kit;

/** *Add a fee* on the payments page: a lock costs 6.30 with its tax. */
class SaleAtTheCounterTest {

    @RegisterExtension
    final CounterScreen counter = new CounterScreen();

    private PredefinedFee lock;

    @BeforeEach
    void aPredefinedFee() {
        lock = counter.office
                .catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Lock", "6.00", "GST"),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void open(int student) {
        counter.open(Locale.CANADA, "fees-cashier", "fees-bill").setParameter(null, String.valueOf(student));
    }

    private void sell(String quantity) {
        find(TextField.class, "sale-quantity").setValue(quantity);
        @SuppressWarnings("unchecked")
        ComboBox<PredefinedFee> fees = find(ComboBox.class, "sale-fee");
        LocatorJ._setValue(fees, lock);
    }

    private static String amount() {
        return find(TextField.class, "amount").getValue();
    }

    @Test
    void piecesJoinTheSelectedChargesAndArePaidInOne() {
        open(100);
        sell("2");

        assertThat(text("ticked-total")).isEqualTo("3 of 3 charges selected: 112.60 CAD");
        assertThat(amount()).isEqualTo("112.60");
        assertThat(find(TextField.class, "sale-quantity").getValue()).isEqualTo("1");
        click("accept");

        PaymentRequest request = counter.onlyRequest();
        assertThat(request.sold()).containsExactly(new SoldFee(lock.id(), 2));
        assertThat(request.charges()).hasSize(2);
        assertThat(text("receipt-lines")).contains("4 charges paid.");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void aStudentWhoOwesNothingBuysToo() {
        open(101);
        assertThat(shows(Component.class, "charges")).isFalse();
        sell("1");

        assertThat(shows(Component.class, "charges")).isTrue();
        assertThat(amount()).isEqualTo("6.30");
        click("accept");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void whatIsClearedIsNotSold() {
        open(100);
        sell("1");
        find(Checkbox.class, "sold-" + lock.id()).setValue(false);

        assertThat(amount()).isEqualTo("100.00");
        click("accept");
        assertThat(counter.onlyRequest().sold()).isEmpty();
    }

    @Test
    void lessMoneyLeavesTheRestOwed() {
        open(101);
        sell("3");
        find(TextField.class, "amount").setValue("10.00");

        assertThat(find(Button.class, "split-and-pay").getText())
                .isEqualTo("Take 10.00 of 18.90 for 3 × Lock; the rest is owed");
        click("split-and-pay");

        assertThat(counter.onlyRequest().sold()).containsExactly(new SoldFee(lock.id(), 3, Optional.of(cad("10.00"))));
        assertThat(counter.office.accounts().balance(new StudentNumber(101)).balance())
                .isEqualTo(cad("8.90"));
    }

    @Test
    void aQuantityThatIsNoneIsRefusedBesideItsField() {
        open(101);
        for (String wrong : List.of("0", "100", "1.5")) {
            sell(wrong);
            assertThat(find(TextField.class, "sale-quantity").isInvalid()).isTrue();
            assertThat(shows(Component.class, "charges")).isFalse();
        }
    }

    @Test
    void aFeeThatTheStudentHasIsAskedAbout() {
        counter.office.charge(counter.ines, "Lock", "6.00");
        open(101);
        sell("1");
        click("accept");
        open(101);
        sell("1");
        click("accept");
        assertThat(counter.receipts()).hasSize(1);
        click("accept");
        assertThat(text("payment-hint")).contains("was charged Lock", "Press Enter again");

        click("accept");

        assertThat(counter.receipts()).hasSize(2);
    }

    @Test
    void onlySellersSeeTheFields() {
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "101");
        assertThat(shows(Component.class, "sale-fee")).isFalse();

        counter.office.configure(counter.office.current().withCashiersSelling());
        counter.open(Locale.CANADA, "fees-cashier").setParameter(null, "101");
        assertThat(shows(Component.class, "sale-fee")).isTrue();
    }

    @Test
    void voidingAsksWhetherTheGoodsCameBack() {
        open(101);
        sell("2");
        click("accept");
        click("void-receipt");
        assertThat(text("correction-question")).contains("whether the goods came back");

        @SuppressWarnings("unchecked")
        RadioButtonGroup<SoldGoods> goods = find(RadioButtonGroup.class, "void-goods");
        LocatorJ._setValue(goods, SoldGoods.RETURNED);
        assertThat(text("correction-question"))
                .contains("will be voided")
                .contains("What was sold with it will be reversed.");
        click("correction-apply");

        assertThat(text("payments-notice")).contains("What was sold with it is reversed.");
        assertThat(counter.office.owed(new StudentNumber(101))).isEmpty();
    }
}
