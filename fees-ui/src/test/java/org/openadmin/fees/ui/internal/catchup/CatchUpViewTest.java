package org.openadmin.fees.ui.internal.catchup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;

import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.AssessmentDraft;
import org.openadmin.fees.api.billing.AssessmentRequest;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeePeriod;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;

/** The page of changed groups in a simulated browser: in homeroom 9A, Amar has joined and Max has left. */
class CatchUpViewTest {

    private final MemoryOffice office = Screens.office();
    private StudentNumber leaver;
    private StudentNumber joiner;

    @BeforeEach
    void oneHasJoinedAndOneHasLeft() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        leaver = office.enrol(101, "Roy", "Max", "9", "9A");
        office.assessment()
                .post(Kit.assessing(Kit.fee("Lab", "40.00"), Audience.Group.parse(GroupKind.HOMEROOM, "9A")));
        office.enrol(101, "Roy", "Max", "9", "9B");
        joiner = office.enrol(102, "Singh", "Amar", "9", "9A");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void open(String rest, Locale locale, String... roles) {
        Screens.open(locale, path -> {}, roles);
        CatchUpView view = Screens.show(new CatchUpView(
                office.catchUps(), office.assessment(), office.corrections(), office, Screens.CLOCK, Runnable::run));
        view.setParameter(null, rest);
        MockVaadin.clientRoundtrip();
    }

    private static String notice() {
        return find(Div.class, "catch-up-notice").getElement().getTextRecursively();
    }

    private static int rows(String grid) {
        return GridKt._size((Grid<?>) find(Grid.class, grid));
    }

    private static Checkbox tick(String grid, int row) {
        Grid<?> list = find(Grid.class, grid);
        return (Checkbox) GridKt._getCellComponent(list, row, "tick");
    }

    @Test
    void theGroupsThatHaveChangedAreListed() {
        open("", Locale.CANADA, "fees-bill");
        assertThat(rows("catch-up-list")).isEqualTo(1);
        assertThat(GridKt._getFormattedRow((Grid<?>) find(Grid.class, "catch-up-list"), 0))
                .contains("Homeroom 9A", "1");

        open("", Locale.CANADA_FRENCH, "fees-bill");
        assertThat(rows("catch-up-list")).isEqualTo(1);
    }

    @Test
    void whoJoinedIsChargedOnce() {
        open("1", Locale.CANADA, "fees-bill");
        assertThat(text("catch-up-of")).isEqualTo("Homeroom 9A: Lab of Sep. 8, 2026, batch 1");
        assertThat(tick("joined", 0).getValue()).isTrue();
        assertThat(text("catch-up-charge")).isEqualTo("Charge 1 student");

        click("catch-up-charge");
        Dialog dialog = find(Dialog.class, "catch-up-dialog");
        assertThat(dialog.getElement().getTextRecursively())
                .contains("1 student is charged “Lab”, 40.00 each and 40.00 in total");
        click("catch-up-apply");

        assertThat(notice()).contains("1 student charged.");
        assertThat(office.accounts().balance(joiner).balance()).isEqualTo(cad("40.00"));
        assertThat(shows(Button.class, "catch-up-charge")).isFalse();
    }

    @Test
    void whoJoinsAFeeWithAPeriodIsChargedByDaysOrInFull() {
        assertThat(busForAYear()).isEqualTo(2);
        StudentNumber late = office.enrol(103, "Zaki", "Omar", "9", "9A");
        open("2", Locale.CANADA, "fees-bill");
        assertThat(text("catch-up-price"))
                .contains(
                        "Each would be charged 146.53",
                        "That is for 296 of 303 days, from Sep. 8, 2026 to Jun. 30, 2027")
                .contains("all of them are 150.00");

        LocatorJ._setValue(find(DateField.class, "catch-up-joined-on"), LocalDate.of(2027, 7, 1));
        assertThat(find(DateField.class, "catch-up-joined-on").getErrorMessage())
                .contains("is after the last day that the fee is for");
        LocatorJ._setValue(find(DateField.class, "catch-up-joined-on"), LocalDate.of(2027, 1, 30));
        assertThat(text("catch-up-price")).contains("charged 75.25", "152 of 303 days");
        full(true);
        assertThat(text("catch-up-price")).contains("charged 150.00").doesNotContain("days");
        assertThat(find(DateField.class, "catch-up-joined-on").isEnabled()).isFalse();
        full(false);
        click("catch-up-charge");
        assertThat(find(Dialog.class, "catch-up-dialog").getElement().getTextRecursively())
                .contains("75.25 each", "152 of 303 days");
        click("catch-up-apply");

        assertThat(notice()).contains("1 student charged.");
        assertThat(office.accounts().balance(late).balance()).isEqualTo(cad("75.25"));
    }

    /** Charges a fee for 303 days to homeroom 9A. */
    private long busForAYear() {
        FeePeriod year = new FeePeriod(LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));
        PredefinedFee bus = office.catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Bus", "150.00"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new FeeTerms(Optional.empty(), Optional.of(year))));
        return office.assessment()
                .post(Kit.assessing(new AssessmentDraft(
                        Optional.of(bus.id()), bus.fee(), Kit.DAY, Audience.Group.parse(GroupKind.HOMEROOM, "9A"))))
                .batch()
                .value();
    }

    @SuppressWarnings("unchecked")
    private static void full(boolean chosen) {
        LocatorJ._setValue((RadioButtonGroup<Boolean>) find(RadioButtonGroup.class, "catch-up-full"), chosen);
    }

    @Test
    void whoLeftIsReversedOnlyWhenTicked() {
        open("1", Locale.CANADA, "fees-bill");
        assertThat(find(Button.class, "catch-up-cancel").isEnabled()).isFalse();
        LocatorJ._setValue(tick("left", 0), true);
        assertThat(text("catch-up-cancel")).isEqualTo("Reverse the charges of 1 student");
        click("catch-up-cancel");
        click("catch-up-apply");

        assertThat(notice()).contains("Charges of 1 student reversed; 0.00 is now credit.");
        assertThat(office.owed(leaver)).isEmpty();
    }

    @Test
    void aLostAnswerIsAskedForWithTheSameKey() {
        open("1", Locale.CANADA, "fees-bill");
        click("catch-up-charge");
        office.failAfterNext(new StorageException(StorageException.Outcome.UNKNOWN, null));
        click("catch-up-apply");
        assertThat(find(Div.class, "catch-up-dialog-notice").getElement().getTextRecursively())
                .isNotEmpty();
        click("catch-up-apply");

        assertThat(office.requests(AssessmentRequest.class)).hasSize(3);
        assertThat(office.accounts().balance(joiner).balance()).isEqualTo(cad("40.00"));
        assertThat(notice()).contains("1 student charged.");
    }

    @Test
    void whoIsNotToBeChargedIsLeftOut() {
        open("1", Locale.CANADA, "fees-bill");
        click("catch-up-leave-out");
        click("catch-up-apply");

        assertThat(notice()).contains("1 student left out.");
        assertThat(tick("joined", 0).getValue()).isFalse();
        assertThat(office.owed(joiner)).isEmpty();
    }

    @Test
    void anUnknownAssessmentIsNamed() {
        open("7", Locale.CANADA, "fees-bill");
        assertThat(notice()).contains("7");
        open("abc", Locale.CANADA, "fees-bill");
        assertThat(notice()).contains("There is no assessment “abc”.");
    }

    @Test
    void aViewerSeesNothing() {
        open("1", Locale.CANADA, "fees-view");
        assertThat(shows(Grid.class, "joined")).isFalse();
        assertThat(notice()).isNotEmpty();
    }
}
