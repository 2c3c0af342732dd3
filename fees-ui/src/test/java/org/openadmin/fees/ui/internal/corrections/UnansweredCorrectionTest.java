package org.openadmin.fees.ui.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;
import org.openadmin.fees.ui.internal.components.Returned;

/** A correction is made once, whatever becomes of its answer. */
class UnansweredCorrectionTest {

    @RegisterExtension
    final CorrectionScreen screen = new CorrectionScreen();

    @Test
    void aCorrectionThatWasRecordedWithoutAnAnswerIsNotDoneAgain() {
        CorrectionActions page = screen.english();
        screen.corrections.nextFailureAfter = new StorageException(Outcome.UNKNOWN, null);
        page.voidReceipt(new ReceiptNumber(12));
        click("correction-apply");
        RequestKey key = screen.onlySent(CorrectionRequest.VoidReceipt.class).key();

        screen.english().returned(sent(key));
        assertThat(text("page-notice"))
                .isEqualTo("The page was interrupted, but “Void receipt 12” had been recorded. Do not do it again.");
    }

    @Test
    void aCorrectionThatWasNotRecordedMayBeStartedAgain() {
        screen.page(Locale.CANADA_FRENCH, "fees-admin").returned(sent(RequestKey.fresh()));
        assertThat(text("page-notice")).contains("rien n’a changé", "«\u00a0Void receipt 12\u00a0»");
        assertThat(screen.corrections.sent).isEmpty();
    }

    @Test
    void aCorrectionIsAskedAboutAgainWhenTheDatabaseIsAway() {
        CorrectionActions page = screen.english();
        screen.corrections.nextFailure = new StorageException(Outcome.ATTEMPT_NOT_STORED, null);
        page.returned(sent(RequestKey.fresh()));
        assertThat(text("page-notice")).contains("still not certain whether “Void receipt 12” was recorded");
        click("ask-again");
        assertThat(text("page-notice")).contains("nothing has changed");
    }

    @Test
    void aDoubleClickCorrectsOnce() {
        screen.english().cancel(screen.lab);
        Button apply = find(Button.class, "correction-apply");
        TextField reason = find(TextField.class, "correction-reason");
        assertThat(apply.isDisableOnClick()).isTrue();
        apply.click();
        apply.click();
        press(reason, Key.ENTER);
        assertThat(screen.corrections.sent).hasSize(1);
        assertThat(screen.refreshed()).isOne();
    }

    @Test
    void whatWasNotAnsweredIsSentAgainAsItWas() {
        screen.english()
                .refund(
                        screen.lab.student(),
                        cad("30.00"),
                        screen.office.current().payments(),
                        screen.slips());
        type("correction-reason", "moved away");
        screen.corrections.nextFailureAfter = new StorageException(Outcome.UNKNOWN, null);
        click("correction-apply");
        assertThat(text("correction-notice")).contains("may or may not have been done");
        assertThat(find(TextField.class, "refund-amount").isEnabled()).isFalse();
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Send again");

        screen.corrections.nextFailure = new StorageException(Outcome.ATTEMPT_NOT_STORED, null);
        click("correction-apply");
        assertThat(text("correction-notice")).contains("may or may not have been done");
        assertThat(find(TextField.class, "refund-amount").isEnabled()).isFalse();
        click("correction-apply");
        assertThat(screen.corrections.sent).hasSize(3);
        assertThat(Set.copyOf(screen.corrections.sent)).hasSize(1);
        assertThat(screen.corrections.done).hasSize(1);
        assertThat(text("page-notice")).contains("30.00 refunded");
    }

    @Test
    void aUserWhoLeavesWithoutAnAnswerIsToldToLookFirst() {
        screen.english()
                .refund(
                        screen.lab.student(),
                        cad("30.00"),
                        screen.office.current().payments(),
                        screen.slips());
        type("correction-reason", "moved away");
        screen.corrections.nextFailure = new IllegalStateException("the service has gone");
        click("correction-apply");
        click("correction-leave");
        assertThat(screen.refreshed()).isOne();
        assertThat(text("page-notice"))
                .contains("Refund credit", "may or may not")
                .doesNotContain("has gone");
    }

    private static Returned sent(RequestKey key) {
        return new Returned(Optional.of(key), "Void receipt 12", Map.of());
    }
}
