package org.openadmin.fees.ui.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.FeeCatalogue;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.spi.TaxRate;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.ui.internal.components.DateField;

/** The first step: which fee is charged, and on which date. */
class FeeStepTest {

    @RegisterExtension
    private final AssessScreen screen = new AssessScreen();

    @Test
    void aFewLettersAndEnterChooseAPredefinedFee() {
        screen.open(Locale.CANADA, "fees-bill");
        choosePredefined();
        ComboBox<?> predefined = find(ComboBox.class, "assess-predefined");
        ComponentUtil.fireEvent(predefined, new ComboBoxBase.CustomValueSetEvent<>(predefined, true, "lab"));
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Lab fee");
    }

    @Test
    void aChangedPredefinedFeeIsChargedAsANewOne() {
        screen.open(Locale.CANADA_FRENCH, "fees-bill")
                .setParameter(null, screen.lab.id().toString());
        type("fee-amount", "12,50");
        assertThat(text("fee-preview")).isEqualTo("12,50 + 0,63 TPS + 1,25 TVQ = 14,38 CAD par élève");
        click("to-students");
        click("charge");
        assertThat(screen.onlyRequest().draft().predefined()).isEmpty();
        assertThat(screen.onlyRequest().draft().fee().amount()).isEqualTo(cad("12.50"));
    }

    @Test
    void wrongInputIsShownBesideItsFieldAndTheStepStays() {
        screen.open(Locale.CANADA, "fees-bill");
        type("fee-name", " ");
        type("fee-amount", "99999999.99");
        click("to-students");
        assertThat(error("fee-name")).isNotEmpty();
        type("fee-name", "Gold");
        AssessScreen.select("fee-taxes", Set.copyOf(screen.office.current().taxes()));
        click("to-students");
        assertThat(error("fee-amount")).isEqualTo("The amount can be 99,999,999.99 at most, taxes included.");
        assertThat(shows(Button.class, "charge")).isFalse();
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        screen.open(Locale.CANADA, "fees-bill");
        type("fee-amount", "12,50");
        type("fee-discount", "120%");
        click("to-students");
        assertThat(error("fee-name")).isNotEmpty();
        assertThat(error("fee-amount")).isNotEmpty();
        assertThat(error("fee-discount")).isNotEmpty();
    }

    @Test
    void aDiscountThatLeavesNothingSaysSo() {
        screen.open(Locale.CANADA_FRENCH, "fees-bill");
        type("fee-name", "Bus");
        type("fee-amount", "50");
        for (String all : List.of("100 %", "50,00", "60,00")) {
            type("fee-discount", all);
            assertThat(text("fee-preview")).contains("ne laisse rien à imputer");
            click("to-students");
            assertThat(error("fee-discount")).contains("ne laisse rien à imputer");
        }
        type("fee-discount", "10");
        click("to-students");
        assertThat(error("fee-discount"))
                .isEqualTo("«\u00a010\u00a0» peut être un pourcentage ou un montant. Écrivez un pourcentage comme"
                        + " 10\u00a0%, un montant comme 10,00.");
        type("fee-discount", "49,99");
        assertThat(text("fee-preview")).isEqualTo("50,00 − 49,99 de rabais = 0,01 CAD par élève");
    }

    @Test
    void aPredefinedFeeThatIsGoneIsOneClearSentence() {
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, "4711");
        assertThat(text("what-notice")).isEqualTo("There is no predefined fee number 4711.");
    }

    @Test
    void aNewFeeIsCreatedUnlessAPredefinedOneIsWanted() {
        screen.open(Locale.CANADA, "fees-bill");
        assertThat(shows(ComboBox.class, "assess-predefined")).isFalse();
        choosePredefined();
        assertThat(shows(TextField.class, "fee-name")).isFalse();
        click("to-students");
        assertThat(error("assess-predefined")).isEqualTo("Choose a predefined fee, or create a new one.");
        assertThat(text("what-notice")).contains("Predefined fee – Choose");
        assertThat(shows(Button.class, "charge")).isFalse();
    }

    @Test
    void aDateMoreThanAYearAwayIsConfirmedOnce() {
        screen.openLab();
        find(DateField.class, "assess-date").setValue(LocalDate.of(2027, 9, 9));
        click("to-students");
        assertThat(text("what-notice")).contains("The date Sep. 9, 2027 is more than a year away.");
        find(DateField.class, "assess-date").setValue(LocalDate.of(2062, 9, 9));
        click("to-students");
        assertThat(text("what-notice")).contains("2062");
        find(DateField.class, "assess-date").setValue(LocalDate.of(2027, 9, 9));
        click("to-students");
        click("confirm-date");
        assertThat(text("assess-total")).startsWith("3 of 3 students");
        click("assess-back");
        click("to-students");
        assertThat(text("assess-total")).startsWith("3 of 3 students");
    }

    @Test
    void theDateDecidesOnTheRateOfATaxAndItsPreview() {
        TaxRate gst = new TaxRate("GST", new BigDecimal("5"), new TreeMap<>(), Map.of("fr", "TPS/TVH"))
                .changing(LocalDate.of(2026, 10, 1), new BigDecimal("6"));
        screen.office.configure(Kit.settings().withTaxes(List.of(gst)));
        screen.open(Locale.CANADA_FRENCH, "fees-bill");
        type("fee-name", "Bus");
        type("fee-amount", "100");
        AssessScreen.select("fee-taxes", Set.of(gst));
        assertThat(text("fee-preview"))
                .isEqualTo("100,00 + 5,00 TPS/TVH = 105,00 CAD par élève, à la date du 8 sept. 2026");
        assertThat(taxLabel()).isEqualTo("TPS/TVH 5\u00a0%");

        find(DateField.class, "assess-date").setValue(LocalDate.of(2026, 10, 1));
        assertThat(text("fee-preview"))
                .isEqualTo("100,00 + 6,00 TPS/TVH = 106,00 CAD par élève, à la date du 1er oct. 2026");
        assertThat(taxLabel()).isEqualTo("TPS/TVH 6\u00a0%");
        click("to-students");
        assertThat(text("assess-fee")).contains("106,00");
    }

    private static String taxLabel() {
        return LocatorJ._get(find(CheckboxGroup.class, "fee-taxes"), Checkbox.class)
                .getLabel();
    }

    @Test
    void theDueDateIsADateOrANumberOfDaysAndIsShownAtOnce() {
        screen.openLab();
        assertThat(helper("fee-due"))
                .isEqualTo(
                        "Due Sep. 8, 2026. A date, or a number of days after the charge. Leave blank for the day of the"
                                + " charge.");
        type("fee-due", "30");
        assertThat(helper("fee-due")).startsWith("Due Oct. 8, 2026. ");
        type("fee-due", "2026/10/15");
        assertThat(helper("fee-due")).startsWith("Due Oct. 15, 2026. ");
        click("to-students");
        assertThat(text("assess-fee")).endsWith("dated Sep. 8, 2026, due Oct. 15, 2026");
        click("charge");
        assertThat(screen.onlyRequest().draft().predefined()).contains(screen.lab.id());
        assertThat(text("assess-batch")).isEqualTo("Batch 1, dated Sep. 8, 2026, due Oct. 15, 2026");
        assertThat(screen.charges())
                .extracting(JournalEntry::due)
                .containsOnly(Optional.of(LocalDate.of(2026, 10, 15)));
    }

    @Test
    void aDueDateThatCannotBeRightIsRefusedBesideItsField() {
        screen.openLab();
        type("fee-due", "2026-09-07");
        click("to-students");
        assertThat(error("fee-due"))
                .isEqualTo(
                        "The due date Sep. 7, 2026 is before the date of the charge, Sep. 8, 2026. Choose that day or a"
                                + " later one.");
        type("fee-due", "366");
        click("to-students");
        assertThat(error("fee-due")).isEqualTo("Enter a whole number of days from 0 to 365.");
        type("fee-due", "soon");
        click("to-students");
        assertThat(error("fee-due")).isEqualTo("That date does not exist. Enter it as 2026-09-08.");
        type("fee-due", "2028-09-09");
        click("to-students");
        assertThat(text("what-notice")).contains("The date Sep. 9, 2028 is more than a year away.");
        click("confirm-date");
        assertThat(text("assess-total")).startsWith("3 of 3 students");
        assertThat(screen.requests()).isEmpty();
    }

    @Test
    void aPredefinedFeeProposesWhenItIsDue() {
        PredefinedFeeId id = screen.office
                .catalogue()
                .add(new FeeCatalogue.AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Yearbook", "40.00"),
                        Optional.empty(),
                        Optional.of(new Due.After(14))))
                .id();
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, id.toString());
        assertThat(find(TextField.class, "fee-due").getValue()).isEqualTo("14");
        type("fee-due", "");
        click("to-students");
        assertThat(text("assess-fee")).endsWith("dated Sep. 8, 2026, due Sep. 8, 2026");
    }

    private static String helper(String field) {
        return find(TextField.class, field).getHelperText();
    }

    @SuppressWarnings("unchecked")
    private static void choosePredefined() {
        RadioButtonGroup<Object> source = find(RadioButtonGroup.class, "assess-source");
        LocatorJ._setValue(source, source.getListDataView().getItems().toList().get(1));
    }
}
