package org.openadmin.fees.ui.internal.monthexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.api.postings.PostingNumber;
import org.openadmin.fees.api.postings.PostingRequest;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.testkit.PostedBooks;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Screens;

/** Posting to the books on the page of the monthly export. Today is in September 2026; one charge is of August. */
class PostingBarTest {

    private static final LocalDate LAST_OF_AUGUST = LocalDate.of(2026, 8, 31);

    private static final PostingFiles NO_FILES = (reader, number, format, out) -> {
        throw new UnsupportedOperationException("no file is expected here");
    };

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMonths months = new FakeMonths();

    @BeforeEach
    void aCharge() {
        office.configure(office.current().withAccounts(PostedBooks.ACCOUNTS));
        office.add(JournalRow.charge("Trip", "30.00")
                .student(new StudentNumber(100))
                .on(LAST_OF_AUGUST.minusDays(3)));
    }

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

    private void posted() {
        office.postings().post(new PostingRequest(RequestKey.fresh(), Kit.CLERK, LAST_OF_AUGUST));
    }

    @Test
    void whatIsNotPostedIsShownAndPostedAndItsFilesAreOffered() {
        open("2026-08", "fees-admin");
        assertThat(text("month-posting")).contains("Nothing has been posted to the books.");
        click("posting-open");

        assertThat(text("posting-figures"))
                .contains("Transactions: 1", "Entries, one for each day: 1", "Debits and credits: ", "30.00");
        click("posting-apply");

        assertThat(text("export-notice"))
                .startsWith("Posting 1: 1 transaction up to Aug. 31, 2026; debits and credits");
        assertThat(text("month-posting")).contains("Last posting to the books: no. 1, up to Aug. 31, 2026");
        assertThat(GridKt._size(find(Grid.class, "postings-grid"))).isEqualTo(1);
        assertThat(office.postings().posting(Kit.VIEWER, new PostingNumber(1))).isPresent();
    }

    @Test
    void withoutAccountsTheyAreNamedAndNothingCanBePosted() {
        office.configure(Screens.office().current());
        open("2026-08", "fees-admin");
        click("posting-open");

        assertThat(text("posting-missing")).contains("account.receivable", "account.charge (Trip)");
        assertThat(find(Button.class, "posting-apply").isEnabled()).isFalse();
    }

    @Test
    void whereEverythingIsPostedThereIsNothingToDo() {
        posted();
        open("2026-08", "fees-admin");
        click("posting-open");

        assertThat(text("posting-nothing")).isEqualTo("Everything up to Aug. 31, 2026 has already been posted.");
        assertThat(find(Button.class, "posting-apply").isEnabled()).isFalse();
    }

    @Test
    void whoeverMayCloseTheMonthPostsAndEverybodySeesTheList() {
        open("2026-08", "fees-bill");
        assertThat(shows(Component.class, "posting-open")).isTrue();
        open("2026-08", "fees-cashier");
        assertThat(shows(Component.class, "posting-open")).isFalse();
        assertThat(shows(Component.class, "postings-open")).isFalse();
        posted();
        open("2026-08", "fees-view");
        assertThat(shows(Component.class, "posting-open")).isFalse();
        click("postings-open");

        assertThat(GridKt._size(find(Grid.class, "postings-grid"))).isEqualTo(1);
    }

    @Test
    void aRequestWithoutAnAnswerCanOnlyBeRepeated() {
        open("2026-08", "fees-admin");
        click("posting-open");
        office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("posting-apply");
        assertThat(shows(Component.class, "posting-dialog")).isTrue();
        click("posting-apply");

        assertThat(office.requests(PostingRequest.class)).hasSize(2);
        assertThat(office.postings().posting(Kit.VIEWER, new PostingNumber(2))).isEmpty();
        assertThat(text("export-notice")).startsWith("Posting 1: ");
    }

    @Test
    void frenchIsFrench() {
        open(Locale.CANADA_FRENCH, "2026-08", "fees-admin");
        click("posting-open");
        click("posting-apply");

        assertThat(text("export-notice")).startsWith("Report 1").contains("1 opération jusqu’au 31 août 2026");
        assertThat(text("month-posting")).contains("Dernier report aux livres");
    }
}
