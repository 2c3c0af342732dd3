package org.openadmin.fees.ui.internal.monthexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.journal.ClosingRequest;
import org.openadmin.fees.api.journal.ClosingRequest.Close;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Screens;

/** Closing and reopening a month on the page of the monthly export. Today is in September 2026. */
class ClosingBarTest {

    private static final YearMonth AUGUST = YearMonth.of(2026, 8);

    private static final PostingFiles NO_FILES = (reader, number, format, out) -> {
        throw new UnsupportedOperationException("no file is expected here");
    };

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMonths months = new FakeMonths();

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(String month, String... roles) {
        open(Locale.CANADA, month, roles);
    }

    private void open(Locale locale, String month, String... roles) {
        Screens.open(locale, roles);
        Screens.show(new MonthExportView(
                        months,
                        office.closings(),
                        office.postings(),
                        NO_FILES,
                        FakeMonths.NO_BINDER,
                        documents,
                        months,
                        office,
                        Screens.CLOCK))
                .setParameter(null, month);
    }

    private static void click(String id) {
        LocatorJ._click(find(Button.class, id));
    }

    private void closeAugust() {
        office.closings().apply(new Close(RequestKey.fresh(), Kit.CLERK, AUGUST));
    }

    @Test
    void aMonthIsClosedAfterItsFindingsWereShown() {
        open("2026-08", "fees-bill");
        click("month-close");

        assertThat(text("closing-findings")).contains("Transactions in this month: ");
        click("closing-apply");

        assertThat(text("export-notice"))
                .isEqualTo("August 2026 is closed. Nothing can be dated Aug. 31, 2026 or earlier any more.");
        assertThat(text("month-closing")).startsWith("Closed").contains("Closed on ");
        assertThat(shows(Component.class, "month-close")).isFalse();
        assertThat(office.closings().closedThrough(Kit.VIEWER)).contains(AUGUST.atEndOfMonth());
    }

    @Test
    void onlyAMonthThatIsOverHasTheButtonAndOnlyForThoseWhoMay() {
        open("2026-09", "fees-bill");
        assertThat(shows(Component.class, "month-close")).isFalse();
        open("2026-08", "fees-cashier");
        assertThat(shows(Component.class, "month-close")).isFalse();
        closeAugust();
        open("2026-08", "fees-bill");
        assertThat(shows(Component.class, "month-reopen")).isFalse();
        assertThat(text("month-closing")).contains("by clerk");
        open("2026-07", "fees-view");
        assertThat(text("month-closing")).startsWith("Closed");
    }

    @Test
    void anAdministratorReopensItWithAReasonThatRemainsVisible() {
        closeAugust();
        open("2026-08", "fees-admin");
        click("month-reopen");
        click("closing-apply");
        assertThat(find(TextField.class, "closing-reason").isInvalid()).isTrue();
        assertThat(office.closings().list(Kit.VIEWER)).hasSize(1);

        LocatorJ._setValue(find(TextField.class, "closing-reason"), "A deposit was forgotten");
        click("closing-apply");

        assertThat(text("export-notice"))
                .isEqualTo("August 2026 is open again. What is dated Jul. 31, 2026 or earlier remains closed.");
        assertThat(text("month-reopenings")).contains("A deposit was forgotten");
        assertThat(shows(Component.class, "month-close")).isTrue();
    }

    @Test
    void aRequestWithoutAnAnswerCanOnlyBeRepeated() {
        open("2026-08", "fees-bill");
        click("month-close");
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("closing-apply");

        assertThat(shows(Component.class, "closing-dialog")).isTrue();
        click("closing-apply");

        assertThat(office.closings().list(Kit.VIEWER)).hasSize(1);
        assertThat(office.requests(ClosingRequest.class)).hasSize(2);
        assertThat(text("export-notice")).contains("is closed");
    }

    @Test
    void whatSomebodyElseHasClosedIsSaid() {
        open("2026-08", "fees-bill");
        click("month-close");
        closeAugust();
        click("closing-apply");

        assertThat(text("closing-notice")).contains("August 2026 has already been closed.");
    }

    @Test
    void frenchIsFrench() {
        open(Locale.CANADA_FRENCH, "2026-08", "fees-bill");
        click("month-close");
        click("closing-apply");

        assertThat(text("export-notice")).contains("Le mois est clôturé (août 2026)");
    }
}
