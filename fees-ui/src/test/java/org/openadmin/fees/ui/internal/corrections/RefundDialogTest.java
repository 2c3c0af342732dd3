package org.openadmin.fees.ui.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.RepeatedAmount;
import org.openadmin.fees.api.RepeatedAmountException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.NotEnoughCreditException;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.spi.CashRounding;
import org.openadmin.fees.spi.PaymentSettings;
import org.openadmin.fees.testkit.Kit;

/** The amount of a refund, and a refund of the same amount shortly before. */
class RefundDialogTest {

    @RegisterExtension
    final CorrectionScreen screen = new CorrectionScreen();

    @Test
    void theWholeCreditIsProposedAndLessMayGoBack() {
        screen.english()
                .refund(
                        screen.lab.student(),
                        cad("30.00"),
                        screen.office.current().payments(),
                        screen.slips());
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("30.00");
        assertThat(text("correction-question"))
                .isEqualTo("30.00 will be refunded to Inès Tremblay, leaving 0.00 of credit on account.");
        type("refund-amount", "12.5");
        assertThat(text("correction-question")).contains("leaving 17.50 of credit");
        @SuppressWarnings("unchecked")
        Select<PaymentMethod> method = find(Select.class, "refund-method");
        assertThat(shows(TextField.class, "refund-reference")).isFalse();
        LocatorJ._setValue(method, PaymentMethod.CHEQUE);
        type("refund-reference", "No 77");
        click("correction-apply");
        assertThat(error("correction-reason")).isEqualTo("Enter a reason, such as Bursary.");
        assertThat(screen.corrections.sent).isEmpty();
        type("correction-reason", "moved away");
        click("correction-apply");
        CorrectionRequest.Refund request = screen.onlySent(CorrectionRequest.Refund.class);
        assertThat(request.amount()).isEqualTo(cad("12.50"));
        assertThat(request.method()).isEqualTo(PaymentMethod.CHEQUE);
        assertThat(request.reference()).isEqualTo("No 77");
        assertThat(text("page-notice")).isEqualTo("12.50 refunded to Inès Tremblay.");
    }

    @Test
    void aWrongAmountIsRefusedBesideItsFieldAndKept() {
        screen.english()
                .refund(
                        screen.lab.student(),
                        cad("30.00"),
                        screen.office.current().payments(),
                        screen.slips());
        for (String typed : List.of("", "abc", "1,5", "0", "-3")) {
            type("refund-amount", typed);
            click("correction-apply");
            assertThat(error("refund-amount")).as(typed).isNotEmpty();
            assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo(typed);
        }
        screen.corrections.previewFailure = new NotEnoughCreditException(cad("40.00"), cad("30.00"));
        type("refund-amount", "40.00");
        assertThat(error("refund-amount")).isEqualTo("40.00 cannot be refunded: the credit on account is 30.00.");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
    }

    @Test
    void aRepeatedRefundIsConfirmedForThatAmountOnly() {
        screen.corrections.previewFailure =
                new RepeatedAmountException(new RepeatedAmount(RepeatedAmount.Kind.REFUND, 41, cad("30.00"), 2));
        screen.english()
                .refund(
                        screen.lab.student(),
                        cad("30.00"),
                        screen.office.current().payments(),
                        screen.slips());
        type("correction-reason", "moved away");
        assertThat(text("correction-question")).isEqualTo("Refund 41, 30.00, was paid out 2 minutes ago.");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Refund it again");

        click("correction-apply");
        assertThat(text("correction-question"))
                .startsWith("Refund 41, 30.00, was paid out 2 minutes ago. 30.00 will be refunded");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Refund credit");
        type("refund-amount", "20");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Refund it again");
        type("refund-amount", "30");
        assertThat(screen.corrections.sent).isEmpty();

        click("correction-apply");
        assertThat(screen.onlySent(CorrectionRequest.Refund.class).confirmed())
                .containsExactly(Confirmation.REPEATED_AMOUNT);
    }

    @Test
    void aRefundAtAnotherCounterMeanwhileIsAskedAbout() {
        screen.english()
                .refund(
                        screen.lab.student(),
                        cad("30.00"),
                        screen.office.current().payments(),
                        screen.slips());
        type("correction-reason", "moved away");
        screen.corrections.nextFailure =
                new RepeatedAmountException(new RepeatedAmount(RepeatedAmount.Kind.REFUND, 41, cad("30.00"), 0));
        click("correction-apply");
        assertThat(text("correction-question")).isEqualTo("Refund 41, 30.00, was paid out less than a minute ago.");
        assertThat(screen.corrections.done).isEmpty();

        click("correction-apply");
        assertThat(screen.corrections.done).isEmpty();
        click("correction-apply");
        assertThat(screen.corrections.done).hasSize(1);
    }

    @Test
    void theWholeCreditIsRoundedInCash() {
        PaymentSettings payments =
                Kit.settings().withCashRounding(CashRounding.to(cad("0.05"))).payments();
        screen.page(Locale.CANADA_FRENCH, "fees-admin")
                .refund(screen.lab.student(), cad("30.02"), payments, screen.slips());
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("30,00");
        assertThat(text("correction-question")).contains("30,00").contains("il restera 0,00");
        type("refund-amount", "12,52");
        click("correction-apply");
        assertThat(error("refund-amount")).isEqualTo("Il n’y a pas de pièces pour 12,52. Entrez 12,50.");
        type("refund-amount", "12,50");
        assertThat(text("correction-question")).contains("il restera 17,52");
        type("refund-amount", "30,00");
        @SuppressWarnings("unchecked")
        Select<PaymentMethod> method = find(Select.class, "refund-method");
        LocatorJ._setValue(method, PaymentMethod.CHEQUE);
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("30,02");
    }
}
