package org.openadmin.fees.ui.internal.corrections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Charge;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.corrections.CorrectionRequest;
import org.openadmin.fees.api.corrections.CorrectionRequest.Split;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.testkit.MemoryOffice;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;

/** The dialogs that split a charge of 99.99, waive a part of it, and put the parts together again. */
class SplitDialogTest {

    private static final StudentNumber INES = new StudentNumber(100);

    private final MemoryOffice office = Screens.office();

    @BeforeEach
    void aCharge() {
        office.enrol(100, "Tremblay", "Inès", "9", "9A");
        office.charge(INES, "Band trip", "99.99");
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private CorrectionActions page(Locale locale) {
        Screens.open(locale, "fees-bill");
        Banner notice = new Banner("page-notice");
        Screens.show(new Div(notice));
        return new CorrectionActions(UserContext.now(Screens.CLOCK), office.corrections(), notice, () -> {});
    }

    private void splitIn(Locale locale) {
        CorrectionActions correcting = page(locale);
        new SplitActions(UserContext.now(Screens.CLOCK), correcting).split(charge());
    }

    private JournalEntry charge() {
        return office.rows().stream()
                .filter(JournalEntry::isOutstanding)
                .findFirst()
                .orElseThrow();
    }

    private static void parts(int count) {
        LocatorJ._setValue(find(IntegerField.class, "split-count"), count);
    }

    private static String amount(int part) {
        return find(TextField.class, "split-amount-" + part).getValue();
    }

    private static LocalDate due(int part) {
        return find(DatePicker.class, "split-due-" + part).getValue();
    }

    private static void due(int part, LocalDate day) {
        LocatorJ._setValue(find(DatePicker.class, "split-due-" + part), day);
    }

    @Test
    void equalPartsAMonthApartAreProposed() {
        splitIn(Locale.CANADA);
        parts(4);

        assertThat(List.of(amount(1), amount(2), amount(3), amount(4)))
                .containsExactly("25.00", "25.00", "25.00", "24.99");
        assertThat(due(1)).isEqualTo(LocalDate.of(2026, 9, 8));
        assertThat(due(4)).isEqualTo(LocalDate.of(2026, 12, 8));
        assertThat(text("split-remainder")).isEqualTo("The parts add up to 99.99.");
        assertThat(text("correction-question"))
                .isEqualTo(
                        "This splits Band trip (99.99) into 4 parts. Inès Tremblay owes the parts instead, each by its"
                                + " own due date.");
        click("correction-apply");

        assertThat(text("page-notice")).isEqualTo("Band trip (99.99) split into 4 parts for Inès Tremblay.");
        assertThat(office.accounts().outstanding(INES))
                .extracting(Charge::total)
                .containsExactly(cad("25.00"), cad("25.00"), cad("25.00"), cad("24.99"));
    }

    @Test
    void theRemainderFollowsTheAmountsWhileTheyAreTyped() {
        splitIn(Locale.CANADA);
        parts(2);
        type("split-amount-1", "60");
        assertThat(text("split-remainder")).isEqualTo("10.00 too much: the charge is 99.99.");
        type("split-amount-2", "");
        assertThat(text("split-remainder")).isEqualTo("39.99 of 99.99 is still to be shared out.");
        type("split-amount-2", "39.00");
        assertThat(text("split-remainder")).isEqualTo("0.99 of 99.99 is still to be shared out.");
        assertThat(text("correction-question")).isEmpty();

        press(find(TextField.class, "split-amount-2"), Key.ENTER);
        assertThat(error("split-amount-2"))
                .isEqualTo("The parts add up to 99.00, which is 0.99 less than the charge (99.99).");
        assertThat(office.requests(Split.class)).isEmpty();
        type("split-amount-2", "0");
        click("correction-apply");
        assertThat(error("split-amount-2")).isNotEmpty();

        type("split-amount-2", "39.99");
        press(find(TextField.class, "split-amount-2"), Key.ENTER);
        assertThat(office.accounts().outstanding(INES))
                .extracting(Charge::total)
                .containsExactly(cad("60.00"), cad("39.99"));
    }

    @Test
    void theDatesFollowTheFirstOneAndTheInterval() {
        splitIn(Locale.CANADA);
        due(1, LocalDate.of(2027, 1, 31));
        assertThat(due(2)).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(due(3)).isEqualTo(LocalDate.of(2027, 3, 31));
        @SuppressWarnings("unchecked")
        Select<Every> every = find(Select.class, "split-every");
        LocatorJ._setValue(every, Every.TWO_WEEKS);
        assertThat(due(3)).isEqualTo(LocalDate.of(2027, 2, 28));

        due(3, LocalDate.of(2027, 1, 30));
        click("correction-apply");
        assertThat(error("split-due-3")).isEqualTo("2027-01-30 is before the due date of the part before it.");
        due(3, LocalDate.of(2027, 6, 1));
        click("correction-apply");
        assertThat(office.requests(Split.class).get(0).parts().due())
                .containsExactly(LocalDate.of(2027, 1, 31), LocalDate.of(2027, 2, 14), LocalDate.of(2027, 6, 1));
    }

    @Test
    void aWrongNumberOfPartsIsRefusedBesideIt() {
        splitIn(Locale.CANADA);
        parts(61);
        assertThat(error("split-count"))
                .isEqualTo("Enter a number of parts from 2 to 60, so that each is at least one cent.");
        parts(2);
        assertThat(find(IntegerField.class, "split-count").isInvalid()).isFalse();
        assertThat(shows(TextField.class, "split-amount-3")).isFalse();
    }

    @Test
    void partsArePutTogetherAgain() {
        splitIn(Locale.CANADA_FRENCH);
        assertThat(text("split-remainder")).isEqualTo("Le total des parties est de 99,99.");
        click("correction-apply");
        JournalEntry part = charge();
        assertThat(SplitActions.isPart(part)).isTrue();
        Screens.close();

        CorrectionActions correcting = page(Locale.CANADA);
        new SplitActions(UserContext.now(Screens.CLOCK), correcting).putTogether(part);
        assertThat(text("correction-question"))
                .isEqualTo(
                        "This puts the parts of Band trip together again. Inès Tremblay owes 99.99 in one charge, due"
                                + " Sep. 8, 2026.");
        click("correction-apply");

        assertThat(office.requests(CorrectionRequest.PutTogether.class)).hasSize(1);
        assertThat(office.accounts().outstanding(INES))
                .extracting(Charge::total)
                .containsExactly(cad("99.99"));
        assertThat(SplitActions.isPart(charge())).isFalse();
    }

    @Test
    void aPartOfAChargeIsWaived() {
        page(Locale.CANADA).waive(charge());
        assertThat(find(TextField.class, "waive-amount").getValue()).isEqualTo("99.99");
        type("waive-amount", "100");
        assertThat(error("waive-amount")).isEqualTo("100.00 is more than the charge. Enter 99.99 or less.");
        type("waive-amount", "40");
        type("correction-reason", "Bursary");
        assertThat(text("correction-question")).startsWith("Waive Band trip (40.00) for Inès Tremblay?");
        assertThat(text("correction-question")).endsWith("59.99 stays outstanding.");
        click("correction-apply");

        assertThat(text("page-notice"))
                .isEqualTo("Band trip (40.00) waived for Inès Tremblay. 59.99 stays outstanding.");
        assertThat(office.accounts().outstanding(INES))
                .extracting(Charge::total)
                .containsExactly(cad("59.99"));
    }
}
