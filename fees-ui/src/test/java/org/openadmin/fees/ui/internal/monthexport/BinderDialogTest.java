package org.openadmin.fees.ui.internal.monthexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.binder.BinderFiles;
import org.openadmin.fees.api.binder.BinderPeriod;
import org.openadmin.fees.api.binder.BinderSummary;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Screens;

/** The auditor's binder on the page of the monthly export. Today is in September 2026. */
class BinderDialogTest {

    private static final PostingFiles NO_FILES = (reader, number, format, out) -> {
        throw new UnsupportedOperationException("no file is expected here");
    };

    private final MemoryOffice office = Screens.office();

    /** Writes the period. */
    private final BinderFiles files = new BinderFiles() {
        @Override
        public BinderSummary write(Actor reader, BinderPeriod period, OutputStream out) {
            return office.binder().read(reader, period, content -> {
                try {
                    out.write((reader.name() + ": " + period).getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new BinderSummary(
                        period, content.tieOut(), content.receipts(line -> {}), 0, content.showsConfidential(), 18);
            });
        }
    };

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String month, String... roles) {
        Screens.open(locale, roles);
        FakeMonths months = new FakeMonths();
        Screens.show(new MonthExportView(
                        months,
                        office.closings(),
                        office.postings(),
                        NO_FILES,
                        files,
                        new FakeDocuments(office),
                        months,
                        office,
                        Screens.CLOCK))
                .setParameter(null, month);
        LocatorJ._click(find(Button.class, "binder-open"));
    }

    private static DatePicker date(String id) {
        return find(DatePicker.class, id);
    }

    private static Anchor save() {
        return find(Anchor.class, "binder-save");
    }

    @Test
    void theSchoolYearUpToTheEndOfTheMonthIsProposed() {
        open(Locale.CANADA, "2026-08", "fees-view");

        assertThat(date("binder-from").getValue()).isEqualTo(LocalDate.of(2025, 9, 1));
        assertThat(date("binder-to").getValue()).isEqualTo(LocalDate.of(2026, 8, 31));
        assertThat(text("binder-confidential")).contains("will be hidden");
        assertThat(new String(DownloadKt.download(save()), StandardCharsets.UTF_8))
                .endsWith(": 2025-09-01 – 2026-08-31");
        MockVaadin.clientRoundtrip();
        assertThat(text("binder-notice")).isEqualTo("The binder of Sep. 1, 2025 to Aug. 31, 2026 is complete.");
    }

    @Test
    void theCurrentMonthEndsToday() {
        open(Locale.CANADA, "2026-09", "fees-admin");

        assertThat(date("binder-to").getValue()).isEqualTo(LocalDate.now(Screens.CLOCK));
        assertThat(text("binder-confidential")).contains("Pass it on only to people who may know them.");
    }

    @Test
    void aPeriodThatIsNotPossibleCannotBeSaved() {
        open(Locale.CANADA, "2026-08", "fees-view");

        date("binder-to").setValue(LocalDate.of(2025, 8, 31));
        assertThat(save().isEnabled()).isFalse();
        assertThat(date("binder-to").isInvalid()).isTrue();
        assertThat(date("binder-to").getErrorMessage()).isNotEmpty();

        date("binder-to").setValue(LocalDate.now(Screens.CLOCK).plusDays(1));
        assertThat(save().isEnabled()).isFalse();
        assertThat(date("binder-to").getErrorMessage()).startsWith("The last day cannot be after today, Sep.");

        date("binder-to").setValue(LocalDate.of(2025, 12, 31));
        assertThat(date("binder-to").isInvalid()).isFalse();
        assertThat(save().isEnabled()).isTrue();
        assertThat(new String(DownloadKt.download(save()), StandardCharsets.UTF_8))
                .endsWith(": 2025-09-01 – 2025-12-31");

        date("binder-from").clear();
        assertThat(save().isEnabled()).isFalse();
    }

    @Test
    void inFrench() {
        open(Locale.CANADA_FRENCH, "2026-08", "fees-view");

        assertThat(date("binder-from").getLabel()).isEqualTo("Premier jour");
        assertThat(text("binder-confidential")).startsWith("Les motifs des dispenses");
    }
}
