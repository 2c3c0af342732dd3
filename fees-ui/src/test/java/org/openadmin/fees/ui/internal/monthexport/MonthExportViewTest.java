package org.openadmin.fees.ui.internal.monthexport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.DownloadKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.postings.PostingFiles;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.FakeDocuments;
import org.openadmin.fees.ui.internal.FakeMonths;
import org.openadmin.fees.ui.internal.Screens;

class MonthExportViewTest {

    private static final String HOSTILE = "=HYPERLINK(\"x\") <b>& עברית 😀";

    private static final PostingFiles NO_FILES = (reader, number, format, out) -> {
        throw new UnsupportedOperationException("no file is expected here");
    };

    private final MemoryOffice office = Screens.office();
    private final FakeDocuments documents = new FakeDocuments(office);
    private final FakeMonths months = new FakeMonths();

    @BeforeEach
    void anAugust() {
        months.line("2026-08", EntryKind.CHARGE, "Lab fee", null, "4100", "100.00", "5.00");
        months.line("2026-08", EntryKind.CHARGE, HOSTILE, null, "", "10.00", "0.00");
        months.line("2026-08", EntryKind.PAYMENT, "Payment", PaymentMethod.CASH, "1000", "-80.00", "0.00");
        months.line("2026-08", EntryKind.VOID, "Payment", PaymentMethod.CHEQUE, "1000", "30.00", "0.00");
        months.line("2026-08", EntryKind.WAIVER, "Lab fee", null, "4100", "-20.00", "-1.00");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(Locale locale, String rest, String... roles) {
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
                .setParameter(null, rest);
    }

    private void typeMonth(String text) {
        TextField field = find(TextField.class, "month");
        LocatorJ._setValue(field, text);
        LocatorJ._fireValueChange(field);
    }

    private static Grid<?> grid() {
        return find(Grid.class, "month-grid");
    }

    private static List<String> keys() {
        return grid().getColumns().stream().map(Grid.Column::getKey).toList();
    }

    @Test
    void theMonthBeforeIsProposedUpToThe15thAndAddsUp() {
        open(Locale.CANADA, "", "fees-view");
        assertThat(text("month-heading")).isEqualTo("August 2026");
        assertThat(find(TextField.class, "month").getValue()).isEqualTo("2026-08");
        assertThat(text("month-charged")).isEqualTo("94.00");
        assertThat(text("month-received")).isEqualTo("50.00");
        assertThat(text("month-total")).isEqualTo("44.00");
        assertThat(text("month-figures")).contains("10 rows");
        assertThat(shows(Component.class, "month-other")).isFalse();
    }

    @Test
    void eachLineHasItsTaxesAndATaxThatNobodyPaidHasNoColumn() {
        open(Locale.CANADA, "2026-08", "fees-cashier");
        assertThat(keys())
                .containsExactly("kind", "name", "account", "count", "subtotal", "tax-GST", "charges", "payments");
        assertThat(GridKt._getFormattedRow(grid(), 0))
                .containsExactly("Charge", "Lab fee", "4100", "2", "100.00", "5.00", "105.00", "");
        assertThat(GridKt._getFormattedRow(grid(), 1)).contains(HOSTILE);
        assertThat(GridKt._getFormattedRow(grid(), 2))
                .containsExactly("Payment", "Cash", "1000", "2", "", "", "", "80.00");
        assertThat(footer("charges")).isEqualTo("94.00");
        assertThat(footer("payments")).isEqualTo("50.00");
    }

    private static String footer(String column) {
        return grid().getColumnByKey(column).getFooterComponent().getElement().getText();
    }

    @Test
    void withoutAccountCodesTheirColumnIsLeftOut() {
        months.line("2026-07", EntryKind.CHARGE, "Lab fee", null, "", "100.00", "0.00");
        open(Locale.CANADA, "2026-07", "fees-view");
        assertThat(keys()).containsExactly("kind", "name", "count", "subtotal", "charges", "payments");
    }

    @Test
    void allFilesHaveDescriptiveNames() {
        open(Locale.CANADA, "2026-08", "fees-bill");
        Anchor summary = find(Anchor.class, "save-summary");
        assertThat(new String(DownloadKt.download(summary), StandardCharsets.UTF_8))
                .isEqualTo("summary 2026-08");
        assertThat(new String(DownloadKt.download(find(Anchor.class, "save-transactions")), StandardCharsets.UTF_8))
                .isEqualTo("transactions 2026-08");
        Anchor workbook = find(Anchor.class, "save-summary-xlsx");
        assertThat(workbook.getText()).isEqualTo("Excel");
        assertThat(workbook.getElement().getAttribute("aria-label")).isEqualTo("Save the summary (Excel)");
        assertThat(new String(DownloadKt.download(workbook), StandardCharsets.UTF_8))
                .isEqualTo("summary 2026-08 for Excel");
        assertThat(new String(
                        DownloadKt.download(find(Anchor.class, "save-transactions-xlsx")), StandardCharsets.UTF_8))
                .isEqualTo("transactions 2026-08 for Excel");
        assertThat(new String(DownloadKt.download(find(Anchor.class, "print-summary")), StandardCharsets.UTF_8))
                .isEqualTo("summary 2026-08");
    }

    @Test
    void aWrongMonthIsNamedBesideTheFieldAndNothingIsShownForIt() {
        for (String wrong : List.of("2026-13", "26-08", "August", "2026-00", "<b>", " ")) {
            open(Locale.CANADA, "2026-08", "fees-view");
            typeMonth(wrong);
            assertThat(error("month")).as(wrong).contains("2026-09");
            assertThat(shows(Component.class, "save-summary")).isFalse();
            Screens.close();
        }
        open(Locale.CANADA, "1899-12", "fees-view");
        assertThat(error("month")).isNotEmpty();
        typeMonth("no month");
        assertThat(error("month")).isEqualTo("That month does not exist. Enter it as 2026-09.");
        typeMonth("2026-8");
        assertThat(error("month")).isEmpty();
        assertThat(find(TextField.class, "month").getValue()).isEqualTo("2026-08");
        assertThat(text("month-total")).isEqualTo("44.00");
    }

    @Test
    void theArrowsTurnTheMonthAndAnEmptyOneTeaches() {
        open(Locale.CANADA_FRENCH, "2026-08", "fees-view");
        Screens.press(find(TextField.class, "month"), Key.ARROW_UP);
        assertThat(text("month-heading")).isEqualTo("Septembre 2026");
        assertThat(text("month-running")).contains("pas terminé");
        assertThat(text("month-empty")).contains("aucune écriture").contains("septembre 2026");
        assertThat(shows(Component.class, "save-summary")).isFalse();
        assertThat(find(Anchor.class, "month-before").getHref()).isEqualTo("fees/export/2026-08");
        Screens.press(find(TextField.class, "month"), Key.ARROW_DOWN);
        assertThat(text("month-total")).isEqualTo("44,00");
    }

    @Test
    void onlyTheAdminSeesThatAccountCodesAreMissing() {
        open(Locale.CANADA, "2026-08", "fees-view", "fees-bill");
        assertThat(shows(Component.class, "month-accounts")).isFalse();
        Screens.close();
        open(Locale.CANADA, "2026-08", "fees-admin");
        assertThat(text("month-accounts")).contains("No account codes are configured");
    }

    @Test
    void aFailureIsOneSentenceAndLeavesNoFigures() {
        months.failure = new StorageException(StorageException.Outcome.NOTHING_STORED, null);
        open(Locale.CANADA, "2026-08", "fees-view");
        assertThat(text("export-notice")).contains("database did not respond");
        assertThat(shows(Component.class, "month-figures")).isFalse();
    }

    @Test
    void withoutARoleThereIsNothingButTheReason() {
        open(Locale.CANADA, "2026-08");
        assertThat(text("export-notice")).contains("fees-view");
        assertThat(shows(Component.class, "month-grid")).isFalse();
        assertThat(shows(Component.class, "month")).isFalse();
    }
}
