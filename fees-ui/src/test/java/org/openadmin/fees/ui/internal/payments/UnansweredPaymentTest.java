package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.payments.Cashier;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.payments.PaymentRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.Returned;

/** Payments without an answer, and what is left of a form after an outage. */
class UnansweredPaymentTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void anUnansweredPaymentIsSentAgainAsItWas() {
        counter.openAccount();
        counter.office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("accept");
        assertThat(text("payment-notice")).contains("may or may not have been recorded");
        assertThat(find(TextField.class, "amount").isEnabled()).isFalse();

        click("accept");
        assertThat(Set.copyOf(counter.requests())).hasSize(1);
        assertThat(counter.receipts()).hasSize(1);
        assertThat(text("receipt-number")).isEqualTo("1");
    }

    @Test
    void aSecondAttemptWithoutTheDatabaseProvesNothing() {
        counter.openAccount();
        counter.office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("accept");
        counter.office.failNext(new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        click("accept");
        assertThat(text("payment-notice"))
                .contains("may or may not have been recorded")
                .doesNotContain("No payment was taken");
        assertThat(find(TextField.class, "amount").isEnabled()).isFalse();

        click("accept");
        assertThat(Set.copyOf(counter.requests())).hasSize(1);
        assertThat(text("receipt-number")).isEqualTo("1");
    }

    @Test
    void aPaymentThatWasRecordedWithoutAnAnswerShowsItsReceipt() {
        PaymentRequest paid = Kit.paying(counter.ines, "24.95", counter.lab.id());
        counter.office.cashier().receive(paid);
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        view.returned(sent(paid.key(), Map.of("amount", "24.95")));
        assertThat(text("payments-notice")).contains("had been recorded");
        assertThat(text("receipt-number")).isEqualTo("1");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void aPaymentThatWasNotRecordedIsSentAgainWithItsKey() {
        RequestKey key = RequestKey.fresh();
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, null);
        view.returned(sent(
                key,
                Map.of(
                        "amount",
                        "24.95",
                        "method",
                        "CHEQUE",
                        "reference",
                        "77",
                        "charge-" + counter.band.id(),
                        "false",
                        "date",
                        "2026-09-08")));
        assertThat(text("payments-notice")).contains("before this payment was recorded");
        click("accept");
        assertThat(counter.onlyRequest().key()).isEqualTo(key);
        assertThat(counter.onlyRequest().charges()).containsExactly(counter.lab.id());
        assertThat(counter.onlyRequest().received()).isEqualTo(cad("24.95"));
        assertThat(counter.onlyRequest().method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(counter.onlyRequest().reference()).isEqualTo("77");
        assertThat(counter.onlyRequest().date()).isEqualTo(LocalDate.of(2026, 9, 8));
    }

    @Test
    void aPaymentIsAskedAboutAgainWhenTheDatabaseIsAway() {
        PaymentRequest paid = Kit.paying(counter.ines, "24.95", counter.lab.id());
        counter.office.cashier().receive(paid);
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        counter.office.failNextQuery(Cashier.class, new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        view.returned(sent(paid.key(), Map.of()));
        assertThat(text("payments-notice")).contains("still not certain");
        click("ask-again");
        assertThat(text("receipt-number")).isEqualTo("1");
    }

    @Test
    void whatWasTypedIsThereAgainOnTheFormOfItsStudentOnly() {
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, "100");
        view.returned(new Returned(Optional.empty(), "", Map.of("101", Map.of("amount", "3"))));
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("100.00");
        view.returned(new Returned(
                Optional.empty(), "", Map.of("100", Map.of("amount", "3", "method", "GOLD", "date", "yesterday"))));
        assertThat(find(TextField.class, "amount").getValue()).isEqualTo("3");
        assertThat(text("payments-notice")).contains("What you had typed is here again");
        assertThat(counter.receipts()).isEmpty();
    }

    @Test
    void aSearchIsThereAgain() {
        PaymentsView view = counter.open(Locale.CANADA, "fees-cashier");
        view.setParameter(null, null);
        view.returned(new Returned(Optional.empty(), "", Map.of("search", Map.of("search", "trem"))));
        assertThat(text("search-status")).isEqualTo("1 student");
    }

    @Test
    void anUnexpectedFailureCountsAsUnanswered() {
        counter.openAccount();
        counter.office.failAfterNext(new IllegalStateException("the service has gone"));
        click("accept");
        assertThat(text("payment-notice"))
                .contains("may or may not have been recorded")
                .doesNotContain("has gone");
        click("accept");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void aFailureThatStoredNothingSaysThatNoMoneyWasTaken() {
        counter.openAccount();
        counter.office.failNext(new StorageException(Outcome.ATTEMPT_NOT_STORED, null));
        click("accept");
        assertThat(text("payment-notice")).contains("No payment was taken");
        click("accept");
        assertThat(counter.receipts()).hasSize(1);
    }

    @Test
    void aLostConnectionIsReportedInTheLanguageOfThePageAndAPortalsOwnTextStays() {
        counter.open(Locale.CANADA_FRENCH, "fees-cashier");
        ReconnectDialogConfiguration dialog = UI.getCurrent().getReconnectDialogConfiguration();
        assertThat(dialog.getDialogText()).isEqualTo("Connexion perdue. Tentative de reconnexion…");
        dialog.setDialogTextGaveUp("Appelez le 555-0100");
        Screens.show(counter.view());
        assertThat(UI.getCurrent().getReconnectDialogConfiguration().getDialogTextGaveUp())
                .isEqualTo("Appelez le 555-0100");
    }

    private static Returned sent(RequestKey key, Map<String, String> typed) {
        return new Returned(Optional.of(key), "100", Map.of("100", typed));
    }
}
