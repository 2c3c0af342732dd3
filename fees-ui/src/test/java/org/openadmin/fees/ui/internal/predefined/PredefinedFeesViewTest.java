package org.openadmin.fees.ui.internal.predefined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Fee;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;

class PredefinedFeesViewTest {

    private final MemoryOffice office = Screens.office();

    @BeforeEach
    void twoGrades() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.enrol(101, "Nguyễn", "Anh", "10", "10B");
        office.configure(
                Kit.settings(Locale.CANADA, Map.of("Band", new Audience.Group(GroupKind.GRADE, List.of("10")))));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private PredefinedFeesView open(Locale locale, String... roles) {
        Screens.open(locale, roles);
        return Screens.show(new PredefinedFeesView(
                office.students(), office.catalogue(), office.assessment(), office, Screens.CLOCK));
    }

    /** @param audience null for none */
    private PredefinedFee predefine(String name, String amount, Audience audience, int charged, String... taxes) {
        Fee fee = Kit.fee(name, amount, taxes);
        PredefinedFeeId id = office.catalogue()
                .add(new AddRequest(RequestKey.fresh(), Kit.CLERK, fee, Optional.ofNullable(audience)))
                .id();
        for (int i = 0; i < charged; i++) {
            office.assessment()
                    .post(Kit.assessing(new AssessmentDraft(
                            Optional.of(id), fee, Kit.DAY.minusDays(30L * i), Kit.only(new StudentNumber(100)))));
        }
        return office.catalogue().find(id).orElseThrow();
    }

    private PredefinedFee onlyFee() {
        assertThat(office.catalogue().list()).hasSize(1);
        return office.catalogue().list().get(0);
    }

    @Test
    void anEmptyPageTeachesAndAFeeIsKept() {
        open(Locale.CANADA, "fees-bill");
        assertThat(text("predefined-empty")).contains("No predefined fees yet");
        click("add-first-fee");
        type("fee-name", "Lab fee");
        type("fee-amount", "1,250.00");
        type("fee-discount", "12.5%");
        assertThat(text("fee-preview")).isEqualTo("1,250.00 − 156.25 discount = 1,093.75 CAD per student");
        type("audience-values", "9 10");
        type("fee-due", "14");
        click("keep-fee");

        assertThat(onlyFee().due()).contains(new Due.After(14));
        Grid<?> fees = find(Grid.class, "fee-grid");
        assertThat(GridKt._getFormattedRow(fees, 0)).contains("14 days after");
        assertThat(onlyFee().fee().amount()).isEqualTo(cad("1250.00"));
        assertThat(onlyFee().audience()).contains(new Audience.Group(GroupKind.GRADE, List.of("9", "10")));
        assertThat(text("predefined-notice")).contains("“Lab fee” (1,250.00) saved.");
        assertThat(GridKt._size(find(Grid.class, "fee-grid"))).isEqualTo(1);
    }

    @Test
    void escapeAsksBeforeItThrowsAwayWhatWasTyped() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Lab fee");
        escape();
        assertThat(text("discard-dialog")).contains("It has not been saved.");
        click("discard-keep");
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Lab fee");
        escape();
        click("discard-confirm");
        assertThat(shows(Dialog.class, "fee-dialog")).isFalse();
        assertThat(shows(Dialog.class, "discard-dialog")).isFalse();
    }

    @Test
    void aGroupThatWasTypedIsNotThrownAwayEither() {
        PredefinedFee used = predefine("Lab fee", "24.95", null, 0);
        open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + used.id()).click();
        type("audience-values", "9");
        escape();
        assertThat(shows(Dialog.class, "discard-dialog")).isTrue();
    }

    @Test
    void escapeClosesAFormThatNothingWasTypedIn() {
        PredefinedFee used = predefine("Lab fee", "24.95", new Audience.Group(GroupKind.GRADE, List.of("9")), 0);
        open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + used.id()).click();
        escape();
        assertThat(shows(Dialog.class, "fee-dialog")).isFalse();
        assertThat(shows(Dialog.class, "discard-dialog")).isFalse();
    }

    private static void escape() {
        Dialog dialog = find(Dialog.class, "fee-dialog");
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    }

    @Test
    void enterSavesFromEachTextField() {
        for (String field : List.of("fee-name", "fee-description", "fee-amount", "fee-discount", "audience-values")) {
            open(Locale.CANADA, "fees-bill");
            click(office.catalogue().list().isEmpty() ? "add-first-fee" : "add-fee");
            type("fee-name", "Fee of " + field);
            type("fee-amount", "5");
            Screens.press(find(TextField.class, field), Key.ENTER);
            assertThat(office.catalogue().list())
                    .extracting(each -> each.fee().name())
                    .contains("Fee of " + field);
        }
    }

    @Test
    void twoFeesOfOneNameAndOtherPriceArePointedOut() {
        predefine("Lab fee", "100.00", null, 0, "GST", "QST");
        predefine("Bus", "10.00", null, 0);
        open(Locale.CANADA, "fees-bill");
        click("add-fee");
        type("fee-name", "lab  FEE");
        assertThat(find(TextField.class, "fee-name").getHelperText())
                .isEqualTo("There is already a fee with this name, at 114.98.");
        type("fee-name", "Bus");
        type("fee-amount", "10");
        assertThat(find(TextField.class, "fee-name").getHelperText())
                .isEqualTo("There is already a fee with this name and price.");
        type("fee-amount", "12");
        assertThat(find(TextField.class, "fee-name").getHelperText())
                .isEqualTo("There is already a fee with this name, at 10.00.");
        click("keep-fee");

        assertThat(cell(0, "name")).contains("same name, other price");
        assertThat(cell(1, "name")).contains("same name, other price");
        assertThat(cell(2, "name")).doesNotContain("same name");
    }

    @Test
    void theListShowsThePriceWithTaxes() {
        predefine("Bus", "10.00", null, 0);
        predefine("Lab fee", "100.00", null, 0, "GST", "QST");
        open(Locale.CANADA, "fees-bill");
        assertThat(cell(0, "price")).isEqualTo("10.00");
        assertThat(cell(1, "price")).isEqualTo("114.98100.00 + GST, QST");
    }

    @Test
    void aPriceWithItsTaxesIsSavedAndShownAsSuch() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Trip");
        type("fee-amount", "40");
        assertThat(find(Checkbox.class, "fee-taxes-included").isEnabled()).isFalse();
        taxes().setValue(Set.of(office.current().taxes().get(0)));
        LocatorJ._setValue(find(Checkbox.class, "fee-taxes-included"), true);
        assertThat(text("fee-preview")).isEqualTo("38.10 + 1.90 GST = 40.00 CAD per student");
        click("keep-fee");
        assertThat(cell(0, "price")).isEqualTo("40.00including GST");
        assertThat(onlyFee().fee().taxesIncluded()).isTrue();

        Screens.cellButton("fee-grid", 0, "actions", "copy-" + onlyFee().id()).click();
        assertThat(find(Checkbox.class, "fee-taxes-included").getValue()).isTrue();
        type("fee-discount", "33.3333%");
        click("keep-fee");
        assertThat(cell(1, "price")).isEqualTo("26.6740.00 − 33.3333\u00a0%, including GST");
        assertThat(cell(1, "name")).contains("same name, other price");
    }

    @Test
    void aPriceWhoseTaxRateChangesNamesItsDay() {
        TaxRate gst = new TaxRate("GST", new BigDecimal("5")).changing(Kit.DAY, new BigDecimal("6"));
        PredefinedFee lab = predefine("Lab fee", "100.00", null, 0, "GST");
        open(Locale.CANADA, "fees-bill");
        assertThat(shows(Span.class, "price-day")).isFalse();

        office.configure(Kit.settings().withTaxes(List.of(gst)));
        open(Locale.CANADA, "fees-bill");
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

    @SuppressWarnings("unchecked")
    private static CheckboxGroup<TaxRate> taxes() {
        return find(CheckboxGroup.class, "fee-taxes");
    }

    private static String cell(int row, String column) {
        return GridKt._getCellComponent((Grid<?>) find(Grid.class, "fee-grid"), row, column)
                .getElement()
                .getTextRecursively();
    }

    @Test
    void eachWrongFieldSaysWhatIsWrongAndKeepsWhatWasTyped() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-amount", "12,50");
        type("fee-discount", "101%");
        type("audience-values", "9 77");
        click("keep-fee");
        assertThat(error("fee-name")).isEqualTo("Enter a name, such as Lab fee.");
        assertThat(error("fee-amount")).contains("12,50").contains("12.50");
        assertThat(error("audience-values")).isEqualTo("No student is in grade 77.");
        assertThat(find(TextField.class, "fee-amount").getValue()).isEqualTo("12,50");
        assertThat(text("fee-notice")).contains("Name – Enter a name").contains("No student is in grade 77.");

        type("fee-name", "x".repeat(256));
        type("fee-amount", "12.50");
        click("keep-fee");
        assertThat(error("fee-name")).contains("256 characters");
        type("fee-name", "😀".repeat(255));
        click("keep-fee");
        assertThat(error("fee-name")).isEmpty();
        assertThat(error("fee-discount")).contains("between 0 and 100");
        assertThat(office.catalogue().list()).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aProfileOverridesTheGroupAndSaysSo() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Band");
        type("fee-amount", "5");
        Select<String> profile = find(Select.class, "audience-profile");
        LocatorJ._setValue(profile, "Band");
        assertThat(profile.getHelperText()).isEqualTo("Replaces the group: Grade 10.");
        click("keep-fee");
        assertThat(onlyFee().audience()).isEqualTo(Optional.of(new Audience.Profile("Band")));
    }

    @Test
    void aDoubleClickOrARetryKeepsOneFee() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Lab fee");
        type("fee-amount", "5");
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        Button keep = find(Button.class, "keep-fee");
        keep.click();
        assertThat(text("fee-notice")).contains("may or may not have been saved");
        assertThat(find(TextField.class, "fee-name").isEnabled()).isFalse();
        office.failNext(new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));
        keep.click();
        assertThat(text("fee-notice")).contains("may or may not have been saved");
        keep.click();
        keep.click();
        assertThat(office.catalogue().list()).hasSize(1);
    }

    @Test
    void aFeeThatIsPutBackWithoutAnAnswerCanBePutBackAgain() {
        PredefinedFee yearbook = predefine("Yearbook", "40.00", null, 0);
        open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "delete-" + yearbook.id()).click();
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("undo-delete");
        office.failNext(new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));
        click("undo-delete");
        assertThat(text("predefined-notice")).contains("may or may not have been saved");
        click("undo-delete");
        assertThat(office.catalogue().list()).hasSize(1);
        assertThat(text("predefined-notice")).contains("restored");
    }

    @Test
    void aFeeInUseStaysAndSaysWhyAndAnUnusedOneCanComeBack() {
        PredefinedFee used = predefine("Lab fee", "24.95", null, 3);
        PredefinedFee unused = predefine("Yearbook", "40.00", null, 0);
        open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "delete-" + used.id()).click();
        assertThat(text("predefined-notice")).contains("3 students have been charged");

        Screens.cellButton("fee-grid", 1, "actions", "delete-" + unused.id()).click();
        assertThat(office.catalogue().list()).hasSize(1);
        Button undo = find(Button.class, "undo-delete");
        undo.click();
        undo.click();
        assertThat(office.catalogue().list()).hasSize(2);
    }

    @Test
    void whoMayOnlyLookHasNoButtons() {
        predefine("Lab fee", "24.95", null, 3);
        open(Locale.CANADA, "fees-view");
        assertThat(shows(Button.class, "add-fee")).isFalse();
        assertThat(find(Grid.class, "fee-grid").getColumnByKey("actions")).isNull();
    }

    @Test
    void theFilterFindsByNameAndCounts() {
        predefine("Lab fee", "24.95", null, 3);
        predefine("Yearbook", "40.00", null, 0);
        open(Locale.CANADA_FRENCH, "fees-admin");
        type("fee-filter", "YEAR");
        assertThat(text("fee-count")).isEqualTo("1 sur 2");
        assertThat(shows(Component.class, "predefined-empty")).isFalse();
    }

    private void view(int row, PredefinedFee fee) {
        Component cell = GridKt._getCellComponent((Grid<?>) find(Grid.class, "fee-grid"), row, "name");
        LocatorJ._click(LocatorJ._get(cell, NativeButton.class, spec -> spec.withId("view-" + fee.id())));
    }

    @Test
    void oneFeeIsViewedWithAllItsCharacteristics() {
        PredefinedFee used = predefine("Lab fee", "100.00", new Audience.Profile("Band"), 3, "GST");
        open(Locale.CANADA, "fees-bill");
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
        PredefinedFee unused = predefine("Yearbook", "40.00", null, 0);
        open(Locale.CANADA, "fees-bill").setParameter(null, unused.id().toString());
        assertThat(text("sheet-audience")).isEqualTo("Chosen at each assessment");
        click("sheet-delete");
        assertThat(office.catalogue().list()).isEmpty();
        assertThat(text("predefined-notice")).contains("“Yearbook” deleted.");
    }

    @Test
    void aLinkToAFeeOpensItAndAWrongOneIsOneSentence() {
        PredefinedFee fee = predefine("Yearbook", "40.00", null, 0);
        PredefinedFeesView view = open(Locale.CANADA_FRENCH, "fees-view");
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
    void valuesAreCheckedWhileTheyAreTyped() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("audience-values", "9 1");
        assertThat(error("audience-values")).isEmpty();
        type("audience-values", "9 17 10");
        assertThat(error("audience-values")).isEqualTo("No student is in grade 17.");
        type("audience-values", "9 10");
        assertThat(error("audience-values")).isEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void numbersAreCheckedWhileTheyAreTypedAndNamed() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        LocatorJ._setValue(find(Select.class, "audience-kind"), GroupKind.STUDENT);
        type("audience-values", "100 101");
        TextField values = find(TextField.class, "audience-values");
        assertThat(values.getHelperText()).isEqualTo("Tremblay, Inès · Nguyễn, Anh");
        type("audience-values", "100 4");
        assertThat(error("audience-values")).isEmpty();
        type("audience-values", "4 100");
        assertThat(error("audience-values")).isEqualTo("There is no student with the number 4.");
        type("audience-values", "100 abc");
        assertThat(error("audience-values")).contains("“abc” is not a student number");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aStudentNumberIsAddedByName() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        assertThat(shows(ComboBox.class, "audience-student")).isFalse();
        LocatorJ._setValue(find(Select.class, "audience-kind"), GroupKind.STUDENT);
        type("audience-values", "101");
        ComboBox<StudentSnapshot> finder = find(ComboBox.class, "audience-student");

        LocatorJ._setValue(finder, new StudentSnapshot(new StudentNumber(100), "Tremblay, Inès", "9", "9A"));

        assertThat(find(TextField.class, "audience-values").getValue()).isEqualTo("101 100");
        assertThat(finder.isEmpty()).isTrue();
    }

    @Test
    void aCopyIsANewFeeAndTheOldOneStays() {
        PredefinedFee used = predefine("Lab fee", "24.95", new Audience.Group(GroupKind.GRADE, List.of("9")), 3, "GST");
        open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + used.id()).click();
        type("fee-amount", "26.50");
        click("keep-fee");
        assertThat(office.catalogue().list()).hasSize(2).contains(used);
        PredefinedFee copy = office.catalogue().list().get(1);
        assertThat(copy.fee().amount()).isEqualTo(cad("26.50"));
        assertThat(copy.fee().taxes()).containsExactly("GST");
        assertThat(copy.audience()).isEqualTo(used.audience());
    }

    @Test
    void onlyTheConfiguredTaxesAreOffered() {
        open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        CheckboxGroup<?> taxes = find(CheckboxGroup.class, "fee-taxes");
        assertThat(taxes.getListDataView().getItems().map(String::valueOf)).hasSize(2);
    }

    @Test
    void theFilterFindsByGroup() {
        predefine("Lab fee", "24.95", new Audience.Group(GroupKind.HOMEROOM, List.of("10B")), 0);
        predefine("Yearbook", "40.00", null, 0);
        open(Locale.CANADA, "fees-view");
        type("fee-filter", "homeroom 10b");
        assertThat(text("fee-count")).isEqualTo("1 of 2");
    }

    @Test
    void withoutARoleThePageSaysSoAndNothingIsAsked() {
        predefine("Lab fee", "24.95", null, 3);
        Screens.open(Locale.CANADA);
        Screens.show(new PredefinedFeesView(
                office.students(),
                null,
                null,
                () -> {
                    throw new AssertionError("asked");
                },
                Screens.CLOCK));
        assertThat(text("predefined-notice")).contains("fees-view");
        assertThat(shows(Component.class, "fee-grid")).isFalse();
    }
}
