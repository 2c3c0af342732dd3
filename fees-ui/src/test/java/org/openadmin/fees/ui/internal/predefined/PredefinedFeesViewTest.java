package org.openadmin.fees.ui.internal.predefined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;
import static org.openadmin.fees.ui.internal.predefined.PredefinedFeesScreen.cell;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.Screens;

/** The list of predefined fees, and each with all its characteristics. */
class PredefinedFeesViewTest {

    @RegisterExtension
    final PredefinedFeesScreen screen = new PredefinedFeesScreen();

    @Test
    void theListShowsThePriceWithTaxes() {
        screen.predefine("Bus", "10.00", null, 0);
        screen.predefine("Lab fee", "100.00", null, 0, "GST", "QST");
        screen.open(Locale.CANADA, "fees-bill");
        assertThat(cell(0, "price")).isEqualTo("10.00");
        assertThat(cell(1, "price")).isEqualTo("114.98100.00 + GST, QST");
    }

    @Test
    void theFilterFindsByNameAndCounts() {
        screen.predefine("Lab fee", "24.95", null, 3);
        screen.predefine("Yearbook", "40.00", null, 0);
        screen.open(Locale.CANADA_FRENCH, "fees-admin");
        type("fee-filter", "YEAR");
        assertThat(text("fee-count")).isEqualTo("1 sur 2");
        assertThat(shows(Component.class, "predefined-empty")).isFalse();
    }

    @Test
    void theFilterFindsByGroup() {
        screen.predefine("Lab fee", "24.95", new Audience.Group(GroupKind.HOMEROOM, List.of("10B")), 0);
        screen.predefine("Yearbook", "40.00", null, 0);
        screen.open(Locale.CANADA, "fees-view");
        type("fee-filter", "homeroom 10b");
        assertThat(text("fee-count")).isEqualTo("1 of 2");
    }

    @Test
    void whoMayOnlyLookHasNoButtons() {
        screen.predefine("Lab fee", "24.95", null, 3);
        screen.open(Locale.CANADA, "fees-view");
        assertThat(shows(Button.class, "add-fee")).isFalse();
        assertThat(find(Grid.class, "fee-grid").getColumnByKey("actions")).isNull();
    }

    @Test
    void withoutARoleThePageSaysSoAndNothingIsAsked() {
        screen.predefine("Lab fee", "24.95", null, 3);
        Screens.open(Locale.CANADA);
        Screens.show(new PredefinedFeesView(
                screen.office.students(),
                null,
                null,
                () -> {
                    throw new AssertionError("asked");
                },
                Screens.CLOCK));
        assertThat(text("predefined-notice")).contains("fees-view");
        assertThat(shows(Component.class, "fee-grid")).isFalse();
    }

    @Test
    void aFeeInUseStaysAndSaysWhyAndAnUnusedOneCanComeBack() {
        PredefinedFee used = screen.predefine("Lab fee", "24.95", null, 3);
        PredefinedFee unused = screen.predefine("Yearbook", "40.00", null, 0);
        screen.open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "delete-" + used.id()).click();
        assertThat(text("predefined-notice")).contains("3 students have been charged");

        Screens.cellButton("fee-grid", 1, "actions", "delete-" + unused.id()).click();
        assertThat(screen.office.catalogue().list()).hasSize(1);
        Button undo = find(Button.class, "undo-delete");
        undo.click();
        undo.click();
        assertThat(screen.office.catalogue().list()).hasSize(2);
    }

    @Test
    void aFeeThatIsPutBackWithoutAnAnswerCanBePutBackAgain() {
        PredefinedFee yearbook = screen.predefine("Yearbook", "40.00", null, 0);
        screen.open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "delete-" + yearbook.id()).click();
        screen.office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("undo-delete");
        screen.office.failNext(new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));
        click("undo-delete");
        assertThat(text("predefined-notice")).contains("may or may not have been saved");
        click("undo-delete");
        assertThat(screen.office.catalogue().list()).hasSize(1);
        assertThat(text("predefined-notice")).contains("restored");
    }

    @Test
    void oneFeeIsViewedWithAllItsCharacteristics() {
        PredefinedFee used = screen.predefine("Lab fee", "100.00", new Audience.Profile("Band"), 3, "GST");
        screen.open(Locale.CANADA, "fees-bill");
        view(0, used);
        assertThat(text("sheet-name")).isEqualTo("Lab fee");
        assertThat(text("sheet-amount")).isEqualTo("100.00 CAD");
        assertThat(text("sheet-discount")).isEqualTo("none");
        assertThat(text("sheet-tax-GST")).isEqualTo("yes");
        assertThat(text("sheet-tax-QST")).isEqualTo("no");
        assertThat(text("sheet-price")).isEqualTo("100.00 + 5.00 GST = 105.00 CAD per student");
        assertThat(text("sheet-due")).isEqualTo("on the charge date (the school’s usual)");
        assertThat(text("sheet-audience")).isEqualTo("Profile Band (Grade 10)");
        assertThat(text("sheet-charged")).isEqualTo("3 times");
        assertThat(shows(Button.class, "sheet-delete")).isFalse();
        assertThat(find(Anchor.class, "sheet-assess").getHref()).isEqualTo("fees/assess/" + used.id());

        assertThat(find(Dialog.class, "fee-sheet").getHeaderTitle()).isEqualTo("Predefined fee “Lab fee”");

        click("sheet-copy");
        assertThat(shows(Component.class, "fee-sheet")).isFalse();
        assertThat(find(Dialog.class, "fee-dialog").getHeaderTitle()).isEqualTo("Duplicate “Lab fee”");
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Lab fee");
    }

    @Test
    void anUnusedFeeIsDeletedFromItsSheet() {
        PredefinedFee unused = screen.predefine("Yearbook", "40.00", null, 0);
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, unused.id().toString());
        assertThat(text("sheet-audience")).isEqualTo("Chosen at each assessment");
        click("sheet-delete");
        assertThat(screen.office.catalogue().list()).isEmpty();
        assertThat(text("predefined-notice")).contains("“Yearbook” deleted.");
    }

    @Test
    void aLinkToAFeeOpensItAndAWrongOneIsOneSentence() {
        PredefinedFee fee = screen.predefine("Yearbook", "40.00", null, 0);
        PredefinedFeesView view = screen.open(Locale.CANADA_FRENCH, "fees-view");
        view.setParameter(null, fee.id().toString());
        assertThat(text("sheet-amount")).isEqualTo("40,00 CAD");
        assertThat(shows(Button.class, "sheet-copy")).isFalse();
        view.setParameter(null, null);
        assertThat(shows(Component.class, "fee-sheet")).isFalse();

        view.setParameter(null, "4711");
        assertThat(text("predefined-notice")).contains("4711");
        view.setParameter(null, "<b>");
        assertThat(text("predefined-notice")).contains("<b>");
    }

    @Test
    void aPriceWhoseTaxRateChangesNamesItsDay() {
        TaxRate gst = new TaxRate("GST", new BigDecimal("5")).changing(Kit.DAY, new BigDecimal("6"));
        PredefinedFee lab = screen.predefine("Lab fee", "100.00", null, 0, "GST");
        screen.open(Locale.CANADA, "fees-bill");
        assertThat(shows(Span.class, "price-day")).isFalse();

        screen.office.configure(Kit.settings().withTaxes(List.of(gst)));
        screen.open(Locale.CANADA, "fees-bill");
        assertThat(cell(0, "price")).isEqualTo("106.00100.00 + GST");
        assertThat(text("price-day")).isEqualTo("Prices on Sep. 8, 2026");
        LocatorJ._click(LocatorJ._get(
                GridKt._getCellComponent((Grid<?>) find(Grid.class, "fee-grid"), 0, "name"),
                NativeButton.class,
                spec -> spec.withId("view-" + lab.id())));
        assertThat(text("sheet-tax-GST")).isEqualTo("yes");
        assertThat(text("sheet-price"))
                .isEqualTo("100.00 + 6.00 GST = 106.00 CAD per student, charged on Sep. 8, 2026");
    }

    private void view(int row, PredefinedFee fee) {
        Component cell = GridKt._getCellComponent((Grid<?>) find(Grid.class, "fee-grid"), row, "name");
        LocatorJ._click(LocatorJ._get(cell, NativeButton.class, spec -> spec.withId("view-" + fee.id())));
    }
}
