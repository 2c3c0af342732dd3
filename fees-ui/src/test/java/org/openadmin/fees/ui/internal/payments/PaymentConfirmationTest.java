package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.corrections.CorrectionRequest.ReturnPayment;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.api.payments.Receipt;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.components.DateField;

/** Unusual dates, amounts and repetitions, which take a second Enter. */
class PaymentConfirmationTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void anUnusualDateIsConfirmedOnce() {
        counter.openAccount();
        find(DateField.class, "payment-date").setValue(LocalDate.of(2026, 1, 8));
        click("accept");
        assertThat(text("payment-hint")).contains("days ago. Press Enter again to take the payment with this date.");
        assertThat(counter.receipts()).isEmpty();
        click("accept");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void aDateInAClosedMonthIsRefusedBesideItsFieldWithoutAQuestion() {
        counter.openAccount();
        counter.office.closings().apply(new ClosingRequest.Close(RequestKey.fresh(), Kit.CLERK, YearMonth.of(2026, 1)));
        find(DateField.class, "payment-date").setValue(LocalDate.of(2026, 1, 8));
        click("accept");
        assertThat(error("payment-date")).contains("is in a closed month. Use Feb. 1, 2026 or a later date");
        assertThat(text("payment-hint")).doesNotContain("Press Enter again");
        assertThat(counter.receipts()).isEmpty();

        find(DateField.class, "payment-date").setValue(LocalDate.of(2026, 9, 8));
        click("accept");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void theSameAmountAgainIsAskedAboutOnce() {
        counter.openAccount();
        CounterScreen.choose(PaymentMethod.CARD);
        click("accept");
        click("same-student");
        type("amount", "100");
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("payment-hint"))
                .isEqualTo("Receipt 1, 100.00, was given less than a minute ago."
                        + " Press Enter again to take the same amount once more.");
        assertThat(shows(Component.class, "payment-notice")).isFalse();
        assertThat(counter.receipts()).hasSize(1);

        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("receipt-number")).isEqualTo("2");
        assertThat(counter.receipts()).hasSize(2);
    }

    @Test
    void theQuestionAboutARepeatedAmountIsWithdrawnWhenTheAmountChanges() {
        counter.office.cashier().receive(Kit.paying(counter.ines, "50.00"));
        counter.office.cashier().receive(Kit.paying(counter.ines, "60.00"));
        counter.openAccount();
        tick("charge-" + counter.lab.id(), false);
        tick("charge-" + counter.band.id(), false);
        type("amount", "50");
        click("accept");
        assertThat(text("payment-hint")).startsWith("Receipt 1, 50.00, was given");
        type("amount", "60");
        assertThat(text("payment-hint")).doesNotContain("Receipt 1");
        click("accept");
        assertThat(text("payment-hint")).startsWith("Receipt 2, 60.00, was given");
        assertThat(counter.receipts()).hasSize(2);
    }

    @Test
    void aRepeatedAmountThatWasSentWithoutAnAnswerIsNotAskedAbout() {
        counter.openAccount();
        counter.office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("accept");
        click("accept");
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void theQuestionAboutARepeatedAmountIsFrenchOnAFrenchPage() {
        counter.office.cashier().receive(Kit.paying(counter.ines, "100.00"));
        counter.open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        type("amount", "100");
        CounterScreen.choose(PaymentMethod.CARD);
        click("accept");
        assertThat(text("payment-hint"))
                .isEqualTo("Le reçu 1, de 100,00, a été remis il y a moins d’une minute."
                        + " Appuyez de nouveau sur Entrée pour encaisser encore une fois le même montant.");
    }

    /** Inès pays in cash only, because a cheque was returned. */
    private void bounce() {
        MemoryOffice office = counter.office;
        Receipt cheque = office.cashier()
                .receive(new PaymentRequest(
                        RequestKey.fresh(),
                        Kit.CASHIER,
                        counter.ines,
                        Kit.DAY,
                        cad("100.00"),
                        Set.of(counter.lab.id(), counter.band.id()),
                        PaymentMethod.CHEQUE,
                        "17"));
        office.corrections()
                .apply(new ReturnPayment(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        cheque.number(),
                        cad("0.00"),
                        Optional.of(LocalDate.of(2026, 12, 7)),
                        Kit.DAY,
                        "NSF"));
    }

    @Test
    void aChequeOfAFamilyThatPaysInCashOnlyIsConfirmedOnce() {
        bounce();
        counter.openAccount();
        assertThat(text("cash-only")).isEqualTo("Cash only until Dec. 7, 2026");
        CounterScreen.choose(PaymentMethod.CHEQUE);
        click("accept");
        assertThat(text("payment-hint"))
                .isEqualTo("This family pays in cash only until Dec. 7, 2026, because a payment was returned."
                        + " Press Enter again to take the payment nevertheless.");
        assertThat(counter.receipts()).hasSize(1);
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("receipt-number")).isEqualTo("2");
    }

    @Test
    void cashOnlyIsNotAskedAboutForCashNorForAnotherPayment() {
        bounce();
        counter.openAccount();
        CounterScreen.choose(PaymentMethod.TRANSFER);
        click("accept");
        assertThat(text("payment-hint")).startsWith("This family pays in cash only");
        CounterScreen.choose(PaymentMethod.CASH);
        assertThat(text("payment-hint")).doesNotContain("cash only");
        click("accept");
        assertThat(text("receipt-number")).isEqualTo("2");
    }

    @Test
    void cashOnlyAndARepeatedAmountAreBothAskedAbout() {
        bounce();
        counter.office.cashier().receive(Kit.paying(counter.ines, "100.00", counter.lab.id(), counter.band.id()));
        counter.openAccount();
        type("amount", "100");
        CounterScreen.choose(PaymentMethod.CHEQUE);
        click("accept");
        assertThat(text("payment-hint")).startsWith("This family pays in cash only");
        click("accept");
        assertThat(text("payment-hint")).startsWith("Receipt 2, 100.00, was given");
        click("accept");
        assertThat(text("receipt-number")).isEqualTo("3");
    }

    @Test
    void moreCashThanIsDueIsConfirmedOnce() {
        counter.openAccount();
        type("amount", "1000");
        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(text("payment-hint"))
                .isEqualTo("900.00 more than due. Press Enter again to keep it on account, or C to give change.");
        assertThat(counter.requests()).isEmpty();

        press(find(TextField.class, "amount"), Key.ENTER);
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("1000.00"));
    }

    @Test
    void aChangedAmountIsConfirmedAgain() {
        counter.openAccount();
        type("amount", "1000");
        click("accept");
        type("amount", "10000");
        assertThat(text("payment-hint")).isEqualTo("9,900.00 stays on account and pays future charges.");
        click("accept");
        assertThat(counter.requests()).isEmpty();
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("10000.00"));
    }

    @Test
    void aChequeOfMoreThanTwiceTheAmountDueIsConfirmed() {
        counter.openAccount();
        CounterScreen.choose(PaymentMethod.CHEQUE);
        type("amount", "200.01");
        click("accept");
        assertThat(text("payment-hint"))
                .isEqualTo("100.01 more than due, which is 100.00. Press Enter again to keep it on account.");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("200.01"));
    }

    @Test
    void aLargeAmountOnAccountIsConfirmed() {
        counter.openAccount();
        tick("charge-" + counter.lab.id(), false);
        tick("charge-" + counter.band.id(), false);
        CounterScreen.choose(PaymentMethod.TRANSFER);
        type("amount", "10000");
        click("accept");
        assertThat(text("payment-hint")).contains("10,000.00 of this payment stays on account.");
        click("accept");
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("10000.00"));
    }
}
