package org.openadmin.fees.ui.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.corrections.CorrectionScreen.date;

import com.vaadin.flow.component.button.Button;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.Confirmation;
import org.openadmin.fees.api.DateNotAllowedException;
import org.openadmin.fees.api.DateNotAllowedException.Limit;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.UnusualDate;
import org.openadmin.fees.api.UnusualDateException;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.payments.ReceiptNumber;

/** The date of a correction: what is refused, and what has to be confirmed. */
class CorrectionDateTest {

    @RegisterExtension
    final CorrectionScreen screen = new CorrectionScreen();

    @Test
    void aDateBeforeWhatIsCorrectedIsRefusedBesideTheDate() {
        screen.corrections.previewFailure = new InvalidInputException(Field.DATE, Problem.OUT_OF_RANGE, "2026-09-08");
        screen.english().voidReceipt(new ReceiptNumber(12));
        assertThat(error("correction-date")).contains("before the entry it corrects");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();

        screen.corrections.previewFailure = null;
        date(LocalDate.of(2026, 9, 20));
        assertThat(error("correction-date")).isEmpty();
        click("correction-apply");
        assertThat(screen.onlySent(CorrectionRequest.VoidReceipt.class).date()).isEqualTo(LocalDate.of(2026, 9, 20));
    }

    @Test
    void anUnusualDateIsConfirmedFirstAndItsEffectAfterThat() {
        LocalDate old = LocalDate.of(2026, 7, 1);
        screen.corrections.previewFailure = new UnusualDateException(
                UnusualDate.of(old, LocalDate.of(2026, 9, 8)).orElseThrow());
        screen.english().voidReceipt(new ReceiptNumber(12));
        date(old);
        assertThat(text("correction-question")).isEqualTo("Jul. 1, 2026 is 69 days ago.");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Use this date");

        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
        assertThat(text("correction-question")).startsWith("Jul. 1, 2026 is 69 days ago. Receipt 12 (");
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Void receipt 12");

        click("correction-apply");
        CorrectionRequest.VoidReceipt sent = screen.onlySent(CorrectionRequest.VoidReceipt.class);
        assertThat(sent.date()).isEqualTo(old);
        assertThat(sent.confirmed()).containsExactly(Confirmation.UNUSUAL_DATE);
    }

    @Test
    void theConfirmationIsOfThatDateOnly() {
        screen.corrections.previewFailure = new UnusualDateException(
                UnusualDate.of(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 8))
                        .orElseThrow());
        screen.english().cancel(screen.lab);
        date(LocalDate.of(2026, 7, 1));
        click("correction-apply");

        date(LocalDate.of(2025, 7, 1));
        assertThat(find(Button.class, "correction-apply").getText()).isEqualTo("Use this date");
        click("correction-apply");
        assertThat(screen.corrections.sent).isEmpty();
    }

    @Test
    void aDateThatIsTooLateIsRefusedBesideTheDate() {
        screen.corrections.previewFailure = new DateNotAllowedException(
                Limit.CORRECTION_TOO_LATE, LocalDate.of(2026, 9, 9), LocalDate.of(2026, 9, 8));
        screen.english().voidReceipt(new ReceiptNumber(12));

        assertThat(error("correction-date"))
                .isEqualTo("Sep. 9, 2026 is too late. The date can be Sep. 8, 2026 at the latest.");
    }

    @Test
    void withoutADateNothingIsSent() {
        screen.english().cancel(screen.lab);
        date(null);
        click("correction-apply");
        assertThat(error("correction-date")).contains("2026-09-08");
        assertThat(screen.corrections.sent).isEmpty();
    }
}
