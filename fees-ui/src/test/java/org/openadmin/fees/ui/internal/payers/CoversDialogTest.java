package org.openadmin.fees.ui.internal.payers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.find;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import com.github.mvysny.kaributesting.v10.GridKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.payers.AddPayerRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.Payer;
import org.openadmin.fees.api.payers.PayerDetails;
import org.openadmin.fees.api.payers.PayerKind;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.students.StudentField;

/** Covers on the page of the payers: added, ended, and the run that transfers what they reach. */
class CoversDialogTest {

    private final MemoryOffice office = new MemoryOffice();
    private StudentNumber ines;
    private PayerNumber band;

    @BeforeEach
    void aPayerAndAStudent() {
        ines = office.enrol(460, "Tremblay", "Inès", "9", "9A");
        office.charge(ines, "Trip", "50.00");
        band = payer(PayerKind.SPONSOR, "Prairie Band");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private PayerNumber payer(PayerKind kind, String name) {
        return office.payers()
                .add(new AddPayerRequest(RequestKey.fresh(), Kit.CLERK, kind, PayerDetails.named(name)))
                .number();
    }

    private PayersView open(String... roles) {
        Screens.open(Locale.CANADA, path -> {}, roles);
        return Screens.show(new PayersView(
                office.payers(), office.covers(), office.students(), office, Screens.CLOCK, Runnable::run));
    }

    @SuppressWarnings("unchecked")
    private static Grid<Object> grid(String id) {
        return find(Grid.class, id);
    }

    private static void click(String id) {
        LocatorJ._click(find(Button.class, id));
    }

    private static String text(String id) {
        return find(Div.class, id).getElement().getTextRecursively();
    }

    private List<Cover> covers() {
        return office.covers().list(Kit.CLERK, Optional.of(band));
    }

    private void add(String percent) {
        find(StudentField.class, "cover-student").show(Optional.of(ines));
        find(TextField.class, "cover-percent").setValue(percent);
        click("cover-save");
    }

    private void openCovers() {
        open("fees-bill");
        LocatorJ._click(Screens.cellButton("payer-grid", 0, "actions", "covers-" + band));
    }

    @Test
    void aCoverIsAddedAndEnded() {
        openCovers();
        assertThat(text("covers-empty")).contains("No covers yet.");
        find(TextField.class, "cover-limit").setValue("100.00");
        add("60");

        assertThat(text("covers-notice")).contains("Cover 1 is added.");
        assertThat(covers()).singleElement().satisfies(cover -> {
            assertThat(cover.percent()).isEqualByComparingTo("60");
            assertThat(cover.terms().yearLimit()).contains(cad("100.00"));
            assertThat(cover.terms().fee()).isEmpty();
        });
        assertThat(GridKt._getFormattedRow(grid("cover-grid"), 0))
                .anySatisfy(cell -> assertThat(cell).contains("60 % of all fees, up to 100.00 a school year"));

        LocatorJ._click(Screens.cellButton("cover-grid", 0, "end", "end-cover-1"));
        find(TextField.class, "end-cover-reason").setValue("Moved away");
        click("end-cover-save");

        assertThat(text("covers-notice")).contains("Cover 1 is ended.");
        assertThat(covers().get(0).ended().orElseThrow().reason()).isEqualTo("Moved away");
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        openCovers();
        click("cover-save");
        assertThat(find(StudentField.class, "cover-student").isInvalid()).isTrue();
        add("0");
        assertThat(find(TextField.class, "cover-percent").isInvalid()).isTrue();
        add("60");
        add("41");

        assertThat(text("covers-notice")).contains("With cover 1, payers would pay 101 % of the same charge.");
        assertThat(covers()).hasSize(1);
    }

    @Test
    void aRunIsPreviewedPostedOnceAndUndone() {
        openCovers();
        add("60");
        click("covers-close");
        click("cover-run");
        assertThat(GridKt._size(grid("cover-run-grid"))).isEqualTo(1);
        assertThat(find(Paragraph.class, "cover-run-sum").getText()).isEqualTo("1 transfer, 30.00");
        Button post = find(Button.class, "cover-run-post");

        LocatorJ._click(post);
        post.click();

        assertThat(office.requests(CoverRunRequest.class)).hasSize(1);
        assertThat(office.accounts().balance(band).balance()).isEqualTo(cad("30.00"));
        assertThat(text("payers-notice")).contains("Cover run 1: 1 transfer, 30.00.");
        assertThat(LocatorJ._find(Dialog.class, spec -> spec.withId("cover-run-dialog")))
                .isEmpty();

        click("undo-cover-run");

        assertThat(text("payers-notice")).contains("Cover run 1 is undone: students owe 1 charge again, 30.00.");
        assertThat(office.accounts().balance(ines).outstanding()).isEqualTo(cad("50.00"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aTextThatNamesNoPayerIsNoRunForAllPayers() {
        openCovers();
        add("60");
        click("covers-close");
        click("cover-run");
        ComboBox<Payer> only = find(ComboBox.class, "cover-run-payer");

        ComboBoxKt._fireCustomValueSet(only, "Ministry");
        assertThat(find(Button.class, "cover-run-post").isEnabled()).isFalse();
        assertThat(LocatorJ._find(Paragraph.class, spec -> spec.withId("cover-run-sum")))
                .isEmpty();

        ComboBoxKt._fireCustomValueSet(only, band.toString());
        assertThat(find(Paragraph.class, "cover-run-sum").getText()).isEqualTo("1 transfer, 30.00");
        assertThat(find(Button.class, "cover-run-post").isEnabled()).isTrue();
    }

    @Test
    void anEarlierRunIsListedAndUndone() {
        openCovers();
        add("60");
        click("covers-close");
        open("fees-bill").setParameter(null, "cover-run");
        click("cover-runs");
        assertThat(text("cover-runs-empty")).contains("No cover run yet.");
        click("cover-runs-close");
        click("cover-run-post");

        open("fees-bill").setParameter(null, "cover-run");
        click("cover-runs");
        assertThat(GridKt._getFormattedRow(grid("cover-runs-grid"), 0))
                .contains("1", "All payers", "clerk")
                .anySatisfy(cell -> assertThat(cell).contains("1 transfer, 30.00"));
        LocatorJ._click(Screens.cellButton("cover-runs-grid", 0, "state", "undo-cover-run-1"));
        find(TextField.class, "undo-cover-run-reason").setValue("Wrong day");
        click("undo-cover-run-apply");

        assertThat(text("cover-runs-notice")).contains("Cover run 1 is undone: students owe 1 charge again, 30.00.");
        assertThat(GridKt._getFormattedRow(grid("cover-runs-grid"), 0))
                .anySatisfy(cell -> assertThat(cell).contains("undone Sep. 20, 2026"));
        assertThat(GridKt._size(grid("cover-run-grid")))
                .as("what a run would transfer again")
                .isEqualTo(1);
        assertThat(office.requests(UndoCoverRunRequest.class))
                .singleElement()
                .satisfies(request -> assertThat(request.reason()).isEqualTo("Wrong day"));
    }

    @Test
    void aFundThatHasTooLittleIsNamedBeforeTheRun() {
        band = payer(PayerKind.FUND, "Bursaries");
        openCovers();
        add("50");
        click("covers-close");
        open("fees-bill").setParameter(null, "cover-run");

        assertThat(text("cover-run-notice")).contains("Fund P2 is 25.00 short of 25.00.");
        assertThat(find(Button.class, "cover-run-post").isEnabled()).isFalse();
    }

    @Test
    void aCashierSeesTheCoversAndChangesNone() {
        open("fees-cashier");
        LocatorJ._click(Screens.cellButton("payer-grid", 0, "actions", "covers-" + band));
        assertThat(LocatorJ._find(Button.class, spec -> spec.withId("cover-save")))
                .isEmpty();
        click("covers-close");
        click("cover-run");
        assertThat(text("cover-run-empty")).contains("Nothing to transfer");
        assertThat(LocatorJ._find(Button.class, spec -> spec.withId("cover-run-post")))
                .isEmpty();
    }
}
