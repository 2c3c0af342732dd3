package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.HISTORY;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.cell;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.column;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.href;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.offers;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.pressIn;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.turnTo;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.ChargeId;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.Screens;

/** What may be done from an account, by whom, and what the page shows afterwards. */
class AccountCorrectionsTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    @Test
    void whoBillsMayCancelAndWaiveAndInvoice() {
        screen.openAccount("fees-bill");
        assertThat(href("to-invoice")).isEqualTo("fees/invoices/100");
        assertThat(shows(Anchor.class, "to-pay")).isFalse();
        assertThat(shows(Button.class, "refund")).isFalse();
        pressIn("outstanding-lines", 0, "waive-" + screen.lab);
        type("correction-reason", "Bursary");
        click("correction-apply");
        assertThat(screen.office.requests(CorrectionRequest.Waive.class))
                .extracting(CorrectionRequest.Waive::charge)
                .containsExactly(new ChargeId(screen.lab));

        turnTo(HISTORY);
        assertThat(offers("history-lines", 0, "cancel-1")).isTrue();
        assertThat(offers("history-lines", 1, "void-" + screen.payment)).isFalse();
        assertThat(offers("history-lines", 2, "cancel-" + screen.bus)).isFalse();
    }

    @Test
    void whoCashesMayPayVoidAndRefund() {
        screen.openAccount("fees-cashier");
        assertThat(href("to-pay")).isEqualTo("fees/payments/100");
        assertThat(shows(Anchor.class, "to-invoice")).isFalse();
        click("refund");
        assertThat(find(TextField.class, "refund-amount").getValue()).isEqualTo("10.00");
        click("correction-leave");
        assertThat(find(Grid.class, "outstanding-lines").getColumnByKey("actions"))
                .isNull();
        turnTo(HISTORY);
        pressIn("history-lines", 1, "void-" + screen.payment);
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Void receipt 12");
    }

    @Test
    void whoBillsRecordsAReturnedPaymentAndTheCashierOnlyWithAConfiguredFee() {
        screen.openAccount("fees-cashier");
        turnTo(HISTORY);
        assertThat(offers("history-lines", 1, "return-" + screen.payment)).isFalse();
        assertThat(shows(Span.class, "cash-only")).isFalse();

        screen.openAccount("fees-bill");
        turnTo(HISTORY);
        pressIn("history-lines", 1, "return-" + screen.payment);
        assertThat(find(Dialog.class, "correction-dialog").getHeaderTitle()).isEqualTo("Record receipt 12 as returned");
    }

    @Test
    void onlyWhoMayWaiveSeesThatAndWhyAChargeWasWaived() {
        screen.office
                .corrections()
                .apply(new CorrectionRequest.Waive(
                        RequestKey.fresh(), Kit.CLERK, new ChargeId(screen.lab), LocalDate.of(2026, 9, 5), "Hardship"));

        for (String role : List.of("fees-view", "fees-cashier")) {
            screen.openAccount(role);
            turnTo(HISTORY);
            assertThat(String.join("\n", column("history-lines", "what")))
                    .contains("Adjustment: Lab fee", "Lab fee adjusted", "moved away")
                    .doesNotContainIgnoringCase("waive")
                    .doesNotContain("Hardship");
            Screens.close();
        }
        screen.openAccount("fees-bill");
        turnTo(HISTORY);
        assertThat(String.join("\n", column("history-lines", "what"))).contains("Waived: Lab fee", "Hardship");
    }

    @Test
    void theSlipOfARefundIsPrintedAfterItAndFromItsRow() {
        screen.openAccount("fees-cashier");
        click("refund");
        type("correction-reason", "Moved away");
        click("correction-apply");
        long row = screen.office.rows().get(screen.office.rows().size() - 1).id();

        assertThat(text("account-notice")).contains("10.00 refunded to", "Print slip to sign");
        assertThat(new String(DownloadKt.download(find(Anchor.class, "refund-slip-" + row)), StandardCharsets.UTF_8))
                .isEqualTo("refund " + row);
        turnTo(HISTORY);
        assertThat(column("history-lines", "actions")).anyMatch(cell -> cell.contains("Print slip to sign"));
    }

    @Test
    void whoLooksSeesEverythingAndCorrectsNothing() {
        screen.openAccount("fees-view");
        assertThat(GridKt._size((Grid<?>) find(Grid.class, "outstanding-lines")))
                .isOne();
        assertThat(find(Grid.class, "outstanding-lines").getColumnByKey("actions"))
                .isNull();
        for (String id : List.of("to-pay", "to-invoice", "refund")) {
            assertThat(shows(Component.class, id)).as(id).isFalse();
        }
    }

    @Test
    void aCorrectionShowsTheAccountAgainAndSaysWhatWasDone() {
        screen.openAccount("fees-admin");
        turnTo(HISTORY);
        pressIn("history-lines", 1, "void-" + screen.payment);
        type("correction-reason", "bounced");
        click("correction-apply");
        assertThat(text("account-notice")).startsWith("Receipt 12 (100.00) voided.");
        assertThat(text("account-due")).isEqualTo("114.95");
        assertThat(find(TabSheet.class, "account-tabs").getSelectedIndex()).isEqualTo(HISTORY);
        assertThat(column("history-lines", "what")).contains("Voided payment, receipt 12bounced");
    }
}
