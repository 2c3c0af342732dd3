package org.openadmin.fees.ui.internal.predefined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;
import static org.openadmin.fees.ui.internal.predefined.PredefinedFeesScreen.cell;
import static org.openadmin.fees.ui.internal.predefined.PredefinedFeesScreen.taxes;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;

/** The form in which a fee is added or duplicated. */
class PredefinedFeeDialogTest {

    private static final FeePeriod YEAR = new FeePeriod(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));

    @RegisterExtension
    final PredefinedFeesScreen screen = new PredefinedFeesScreen();

    @Test
    void anEmptyPageTeachesAndAFeeIsKept() {
        screen.open(Locale.CANADA, "fees-bill");
        assertThat(text("predefined-empty")).contains("No predefined fees yet");
        click("add-first-fee");
        type("fee-name", "Lab fee");
        type("fee-amount", "1,250.00");
        type("fee-discount", "12.5%");
        assertThat(text("fee-preview")).isEqualTo("1,250.00 − 156.25 discount = 1,093.75 CAD per student");
        type("audience-values", "9 10");
        type("fee-due", "14");
        click("keep-fee");

        assertThat(screen.onlyFee().due()).contains(new Due.After(14));
        Grid<?> fees = find(Grid.class, "fee-grid");
        assertThat(GridKt._getFormattedRow(fees, 0)).contains("14 days after");
        assertThat(screen.onlyFee().fee().amount()).isEqualTo(cad("1250.00"));
        assertThat(screen.onlyFee().audience()).contains(new Audience.Group(GroupKind.GRADE, List.of("9", "10")));
        assertThat(text("predefined-notice")).contains("“Lab fee” (1,250.00) saved.");
        assertThat(GridKt._size(find(Grid.class, "fee-grid"))).isEqualTo(1);
    }

    @Test
    void aFeeIsChargedInParts() {
        screen.open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Band trip");
        type("fee-amount", "99.99");
        IntegerField parts = find(IntegerField.class, "fee-parts");
        LocatorJ._setValue(parts, 1);
        click("keep-fee");
        assertThat(parts.getErrorMessage()).startsWith("Enter a number of parts from 2 to 60");
        assertThat(screen.office.catalogue().list()).isEmpty();
        LocatorJ._setValue(parts, 4);
        click("keep-fee");

        PredefinedFee kept = screen.onlyFee();
        assertThat(kept.parts()).contains(new Instalments(4, Every.MONTH));
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + kept.id()).click();
        assertThat(find(IntegerField.class, "fee-parts").getValue()).isEqualTo(4);
    }

    @Test
    void aFeeHasALimitAndAPeriod() {
        screen.open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Bus");
        type("fee-amount", "60");
        type("fee-limit", "59.99");
        click("keep-fee");
        assertThat(error("fee-limit"))
                .isEqualTo("The limit is less than the price of one charge, 60.00, so nobody could be charged.");
        type("fee-limit", "lots");
        click("keep-fee");
        assertThat(error("fee-limit")).isNotEmpty();
        type("fee-limit", "150");
        LocatorJ._setValue(find(DateField.class, "fee-first-day"), YEAR.first());
        click("keep-fee");
        assertThat(error("fee-last-day")).isEqualTo("Choose the first and the last day, or leave both blank.");
        LocatorJ._setValue(find(DateField.class, "fee-last-day"), YEAR.first().minusDays(1));
        click("keep-fee");
        assertThat(error("fee-last-day")).startsWith("The last day").endsWith("is before the first.");
        assertThat(screen.office.catalogue().list()).isEmpty();
        LocatorJ._setValue(find(DateField.class, "fee-last-day"), YEAR.last());
        click("keep-fee");

        PredefinedFee kept = screen.onlyFee();
        assertThat(kept.terms()).isEqualTo(new FeeTerms(Optional.of(cad("150.00")), Optional.of(YEAR)));
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + kept.id()).click();
        assertThat(find(TextField.class, "fee-limit").getValue()).isEqualTo("150.00");
        assertThat(find(DateField.class, "fee-last-day").getValue()).isEqualTo(YEAR.last());
    }

    @Test
    void aCopyIsANewFeeAndTheOldOneStays() {
        PredefinedFee used =
                screen.predefine("Lab fee", "24.95", new Audience.Group(GroupKind.GRADE, List.of("9")), 3, "GST");
        screen.open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + used.id()).click();
        type("fee-amount", "26.50");
        click("keep-fee");
        assertThat(screen.office.catalogue().list()).hasSize(2).contains(used);
        PredefinedFee copy = screen.office.catalogue().list().get(1);
        assertThat(copy.fee().amount()).isEqualTo(cad("26.50"));
        assertThat(copy.fee().taxes()).containsExactly("GST");
        assertThat(copy.audience()).isEqualTo(used.audience());
    }

    @Test
    void onlyTheConfiguredTaxesAreOffered() {
        screen.open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        CheckboxGroup<?> taxes = find(CheckboxGroup.class, "fee-taxes");
        assertThat(taxes.getListDataView().getItems().map(String::valueOf)).hasSize(2);
    }

    @Test
    void twoFeesOfOneNameAndOtherPriceArePointedOut() {
        screen.predefine("Lab fee", "100.00", null, 0, "GST", "QST");
        screen.predefine("Bus", "10.00", null, 0);
        screen.open(Locale.CANADA, "fees-bill");
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
    void eachWrongFieldSaysWhatIsWrongAndKeepsWhatWasTyped() {
        screen.open(Locale.CANADA, "fees-bill");
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
        assertThat(screen.office.catalogue().list()).isEmpty();
    }

    @Test
    void enterSavesFromEachTextField() {
        for (String field : List.of("fee-name", "fee-description", "fee-amount", "fee-discount", "audience-values")) {
            screen.open(Locale.CANADA, "fees-bill");
            click(screen.office.catalogue().list().isEmpty() ? "add-first-fee" : "add-fee");
            type("fee-name", "Fee of " + field);
            type("fee-amount", "5");
            Screens.press(find(TextField.class, field), Key.ENTER);
            assertThat(screen.office.catalogue().list())
                    .extracting(each -> each.fee().name())
                    .contains("Fee of " + field);
        }
    }

    @Test
    void aDoubleClickOrARetryKeepsOneFee() {
        screen.open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Lab fee");
        type("fee-amount", "5");
        screen.office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        Button keep = find(Button.class, "keep-fee");
        keep.click();
        assertThat(text("fee-notice")).contains("may or may not have been saved");
        assertThat(find(TextField.class, "fee-name").isEnabled()).isFalse();
        screen.office.failNext(new StorageException(StorageException.Outcome.ATTEMPT_NOT_STORED, null));
        keep.click();
        assertThat(text("fee-notice")).contains("may or may not have been saved");
        keep.click();
        keep.click();
        assertThat(screen.office.catalogue().list()).hasSize(1);
    }

    @Test
    void escapeAsksBeforeItThrowsAwayWhatWasTyped() {
        screen.open(Locale.CANADA, "fees-bill");
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
        PredefinedFee used = screen.predefine("Lab fee", "24.95", null, 0);
        screen.open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + used.id()).click();
        type("audience-values", "9");
        escape();
        assertThat(shows(Dialog.class, "discard-dialog")).isTrue();
    }

    @Test
    void escapeClosesAFormThatNothingWasTypedIn() {
        PredefinedFee used = screen.predefine("Lab fee", "24.95", new Audience.Group(GroupKind.GRADE, List.of("9")), 0);
        screen.open(Locale.CANADA, "fees-bill");
        Screens.cellButton("fee-grid", 0, "actions", "copy-" + used.id()).click();
        escape();
        assertThat(shows(Dialog.class, "fee-dialog")).isFalse();
        assertThat(shows(Dialog.class, "discard-dialog")).isFalse();
    }

    @Test
    void aPriceWithItsTaxesIsSavedAndShownAsSuch() {
        screen.open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Trip");
        type("fee-amount", "40");
        assertThat(find(Checkbox.class, "fee-taxes-included").isEnabled()).isFalse();
        taxes().setValue(Set.of(screen.office.current().taxes().get(0)));
        LocatorJ._setValue(find(Checkbox.class, "fee-taxes-included"), true);
        assertThat(text("fee-preview")).isEqualTo("38.10 + 1.90 GST = 40.00 CAD per student");
        click("keep-fee");
        assertThat(cell(0, "price")).isEqualTo("40.00including GST");
        assertThat(screen.onlyFee().fee().taxesIncluded()).isTrue();

        Screens.cellButton("fee-grid", 0, "actions", "copy-" + screen.onlyFee().id())
                .click();
        assertThat(find(Checkbox.class, "fee-taxes-included").getValue()).isTrue();
        type("fee-discount", "33.3333%");
        click("keep-fee");
        assertThat(cell(1, "price")).isEqualTo("26.6740.00 − 33.3333\u00a0%, including GST");
        assertThat(cell(1, "name")).contains("same name, other price");
    }

    private static void escape() {
        Dialog dialog = find(Dialog.class, "fee-dialog");
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    }
}
