package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.HISTORY;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.STATEMENT;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.cell;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.column;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.offers;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.pressIn;
import static org.openadmin.fees.ui.internal.accounts.AccountScreen.turnTo;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.accounts.Statements;

/** The entries of an account: all transactions, and the statement of a period. */
class AccountEntriesTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    @Test
    void everyRowIsSaidInWordsWithTheBalanceAfterIt() {
        screen.openAccount("fees-view");
        turnTo(HISTORY);
        assertThat(column("history-lines", "what"))
                .containsExactly(
                        "Band paid, receipt 12",
                        "Payment, receipt 12Cheque · Band",
                        "Bus reversed",
                        "Reversed: Busmoved away",
                        "Lab fee outstanding overduedue Sep. 4, 2026");
        assertThat(column("history-lines", "charges")).containsExactly("90.00", "", "40.00", "−40.00", "24.95");
        assertThat(column("history-lines", "payments")).containsExactly("", "100.00", "", "", "");
        // on a phone, both are in one column
        assertThat(column("history-lines", "either"))
                .containsExactly("90.00", "100.00Payments", "40.00", "−40.00", "24.95");
        assertThat(column("history-lines", "balance"))
                .containsExactly("90.00", "10.00 credit", "30.00", "10.00 credit", "14.95");
    }

    @Test
    void aLongAccountIsLoadedPageByPageWithItsRunningBalance() {
        for (int i = 0; i < 2_000; i++) {
            screen.charge("Door sale", "1.00", LocalDate.of(2026, 9, 5), OptionalLong.empty());
        }
        screen.openAccount("fees-bill");
        int asked = screen.office.queries(Statements.class);
        Grid<?> outstanding = find(Grid.class, "outstanding-lines");
        assertThat(GridKt._size(outstanding)).isEqualTo(2_001);
        assertThat(text("account-outstanding")).isEqualTo("2,024.95");
        pressIn("outstanding-lines", 2_000, "waive-2005");
        click("correction-leave");
        assertThat(screen.office.queries(Statements.class)).isEqualTo(asked);

        turnTo(HISTORY);
        Grid<?> history = find(Grid.class, "history-lines");
        assertThat(GridKt._size(history)).isEqualTo(2_005);
        assertThat(cell(history, 2_004, "balance")).isEqualTo("2,014.95");
        assertThat(cell(history, 1, "what")).isEqualTo("Payment, receipt 12Cheque · Band");
        assertThat(cell(history, 4, "balance")).isEqualTo("14.95");
        assertThat(offers("history-lines", 2_004, "cancel-2005")).isTrue();
        turnTo(STATEMENT);
        Grid<?> statement = find(Grid.class, "statement-lines");
        assertThat(GridKt._size(statement)).isEqualTo(2_003);
        assertThat(cell(statement, 2_002, "balance")).isEqualTo("2,014.95");
    }

    @Test
    void aPageThatCannotBeLoadedIsAnErrorMessage() {
        screen.openAccount("fees-view");
        turnTo(HISTORY);
        Grid<?> history = find(Grid.class, "history-lines");
        screen.office.failNextQuery(Statements.class, new StorageException(Outcome.NOTHING_STORED, null));
        history.getDataProvider().refreshAll();
        GridKt._fetch(history, 0, 5);
        assertThat(text("account-notice")).isNotEmpty();
    }

    @Test
    void theStatementIsThisSchoolYearsAndFollowsItsDates() {
        screen.openAccount("fees-view");
        turnTo(STATEMENT);
        assertThat(find(DatePicker.class, "statement-from").getValue()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(find(DatePicker.class, "statement-to").getValue()).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(text("statement-opening")).contains("10.00 credit");
        assertThat(text("statement-closing")).contains("14.95");
        assertThat(column("statement-lines", "what")).hasSize(3);

        LocatorJ._setValue(find(DatePicker.class, "statement-from"), LocalDate.of(2026, 1, 1));
        LocatorJ._setValue(find(DatePicker.class, "statement-to"), LocalDate.of(2026, 1, 31));
        assertThat(text("statement-closing")).contains("90.00");
        assertThat(column("statement-lines", "what")).hasSize(1);
    }

    @Test
    void thePeriodIsNeverBackwardsNorWithoutADay() {
        screen.openAccount("fees-view");
        turnTo(STATEMENT);
        assertThat(column("statement-lines", "what")).hasSize(3);
        int asked = screen.office.queries(Statements.class);
        LocatorJ._setValue(find(DatePicker.class, "statement-to"), LocalDate.of(2026, 8, 31));
        assertThat(error("statement-to")).contains("before the first");
        LocatorJ._setValue(find(DatePicker.class, "statement-from"), null);
        assertThat(error("statement-from")).contains("2026-09-08");
        assertThat(screen.office.queries(Statements.class)).isEqualTo(asked);
        assertThat(shows(Anchor.class, "statement-pdf")).isFalse();

        LocatorJ._setValue(find(DatePicker.class, "statement-from"), LocalDate.of(2026, 8, 1));
        assertThat(error("statement-to")).isEmpty();
        assertThat(text("statement-none")).isNotEmpty();
    }

    @Test
    void theSchoolYearBeginsInSeptember() {
        assertThat(StatementPanel.schoolYear(LocalDate.of(2026, 9, 1))).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(StatementPanel.schoolYear(LocalDate.of(2026, 8, 31))).isEqualTo(LocalDate.of(2025, 9, 1));
        assertThat(StatementPanel.schoolYear(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2026, 9, 1));
    }

    @Test
    void statementAndHistoryCanBeTakenAway() {
        screen.openAccount("fees-view");
        turnTo(STATEMENT);
        assertThat(shows(Anchor.class, "statement-pdf")).isTrue();
        assertThat(shows(Anchor.class, "statement-csv")).isTrue();
        assertThat(shows(Anchor.class, "statement-xlsx")).isTrue();
        turnTo(HISTORY);
        assertThat(shows(Anchor.class, "history-pdf")).isTrue();
        assertThat(shows(Anchor.class, "history-csv")).isTrue();
        assertThat(shows(Anchor.class, "history-xlsx")).isTrue();
    }
}
