package org.openadmin.fees.ui.internal.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.mail.MailedReceipt.Outcome;
import org.openadmin.fees.ui.internal.components.DateField;

/** The receipt of a payment, and the latest receipts: printing and voiding them. */
class CounterReceiptsTest {

    @RegisterExtension
    private final CounterScreen counter = new CounterScreen();

    @Test
    void theReceiptShowsItsDateUnlessItIsToday() {
        counter.openAccount();
        click("accept");
        assertThat(shows(Span.class, "receipt-date")).isFalse();
        click("same-student");

        type("amount", "5.00");
        find(DateField.class, "payment-date").setValue(LocalDate.of(2026, 9, 3));
        click("accept");
        assertThat(text("receipt-date")).isEqualTo("Dated Sep. 3, 2026");
    }

    @Test
    void theLastFiveReceiptsOfTheCashierArePrintedAndVoidedFromThePage() {
        counter.openAccount();
        for (int i = 0; i < 6; i++) {
            tick("charge-" + counter.lab.id(), false);
            tick("charge-" + counter.band.id(), false);
            type("amount", "1.0" + i);
            click("accept");
            click("same-student");
        }
        List<String> rows = LocatorJ._find(find(Component.class, "recent-receipts"), Span.class).stream()
                .map(Span::getText)
                .filter(text -> text.contains(" · "))
                .toList();
        assertThat(rows).hasSize(5);
        assertThat(rows.get(0)).matches("\\d+:\\d\\d.* · 6 · Tremblay, Inès · 1\\.05");
        assertThat(shows(Component.class, "print-recent-6")).isTrue();

        click("void-recent-6");
        click("correction-apply");
        assertThat(text("payments-notice")).contains("Receipt 6 (1.05) voided.");
        assertThat(shows(Component.class, "void-recent-6")).isFalse();
    }

    @Test
    void aViewerHasNoRecentReceipts() {
        counter.open(Locale.CANADA, "fees-view").setParameter(null, "100");
        assertThat(shows(Component.class, "recent-receipts")).isFalse();
    }

    @Test
    void aMistakeIsVoidedRightAfterIt() {
        counter.openAccount();
        click("accept");
        click("void-receipt");
        assertThat(text("correction-question")).contains("2 charges are outstanding again (100.00)");
        Button apply = find(Button.class, "correction-apply");
        apply.click();
        apply.click();
        assertThat(counter.office.requests(CorrectionRequest.VoidReceipt.class))
                .extracting(request -> request.receipt().value())
                .containsExactly(1L);
        assertThat(text("payments-notice")).contains("Receipt 1 (100.00) voided.");
        assertThat(shows(Button.class, "void-receipt")).isFalse();
        assertThat(text("student-name")).isEqualTo("Tremblay, Inès");
    }

    @Test
    void aDocumentInAnotherLanguageThanThePageSaysSo() {
        counter.open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "100");
        click("accept");
        assertThat(text("print-receipt")).isEqualTo("Imprimer le reçu 1 en anglais");

        counter.documents.language = Locale.FRENCH;
        counter.open(Locale.CANADA_FRENCH, "fees-cashier").setParameter(null, "101");
        type("amount", "1,00");
        click("accept");
        assertThat(text("print-receipt")).isEqualTo("Imprimer le reçu 2");
    }

    @Test
    void theOriginalIsSentByEmailFromTheCounter() {
        counter.mailer.configured = true;
        counter.openAccount();
        click("accept");
        click("email-receipt");
        assertThat(shows(Component.class, "receipt-mail-copy")).isFalse();
        click("receipt-mail-send");
        MockVaadin.runUIQueue();

        assertThat(counter.mailer.requests).singleElement().satisfies(request -> assertThat(request.copy())
                .isFalse());
        click("receipt-mail-close");
        assertThat(shows(Span.class, "receipt-number")).isTrue();
        assertThat(printed()).as("after the original was e-mailed").isEqualTo("copy of receipt 1");
    }

    @Test
    void whatWasPrintedIsSentByEmailAsACopy() {
        counter.mailer.configured = true;
        counter.openAccount();
        click("accept");
        assertThat(printed()).isEqualTo("receipt 1");
        click("email-receipt");
        assertThat(text("receipt-mail-copy")).isEqualTo("It is marked as a copy.");
        counter.mailer.outcome = Outcome.NOT_SENT;
        click("receipt-mail-send");
        MockVaadin.runUIQueue();

        assertThat(counter.mailer.requests).singleElement().satisfies(request -> assertThat(request.copy())
                .isTrue());
        click("receipt-mail-close");
        assertThat(printed()).as("the message was not sent").isEqualTo("receipt 1");
    }

    private static String printed() {
        return new String(DownloadKt.download(find(Anchor.class, "print-receipt")), StandardCharsets.UTF_8);
    }
}
