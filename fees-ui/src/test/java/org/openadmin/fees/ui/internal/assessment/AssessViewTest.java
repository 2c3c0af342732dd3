package org.openadmin.fees.ui.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.cad;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.components.DateField;

/** The way through the steps: forward, back, by reload, and without the role. */
class AssessViewTest {

    @RegisterExtension
    private final AssessScreen screen = new AssessScreen();

    @Test
    void aPredefinedFeeIsChargedInTwoClicks() {
        screen.openStudents();
        assertThat(text("assess-total")).isEqualTo("3 of 3 students, 344.94 CAD in total");
        assertThat(text("charge")).isEqualTo("Charge 3 students");
        click("charge");
        assertThat(text("assess-done")).startsWith("Lab fee charged to 3 students, 344.94 CAD in total.");
        assertThat(screen.onlyRequest().draft().predefined()).contains(screen.lab.id());
        assertThat(screen.onlyRequest().expected()).isEqualTo(OptionalInt.of(3));
    }

    @Test
    void aDoubleClickChargesOnce() {
        screen.openStudents();
        Button charge = find(Button.class, "charge");
        charge.click();
        charge.click();
        assertThat(screen.requests()).hasSize(1);
        assertThat(screen.charges()).hasSize(3);
    }

    @Test
    void withoutTheRoleThereIsNoForm() {
        screen.open(Locale.CANADA, "fees-cashier");
        assertThat(shows(Button.class, "to-students")).isFalse();
        assertThat(text("assess-notice"))
                .isEqualTo("You need the role fees-bill for this. Ask the administrator for it.Back to the overview");
        assertThat(find(Anchor.class, "no-access-on").getHref()).isEqualTo("fees/overview");
        Screens.close();
        screen.open(Locale.CANADA_FRENCH);
        assertThat(text("assess-notice"))
                .isEqualTo("Il faut pour cela le rôle fees-bill. Demandez-le à l’administrateur.Aller à l’accueil");
        assertThat(find(Anchor.class, "no-access-on").getHref()).isEqualTo(".");
    }

    @Test
    void aLongRunShowsThatItWorksAndIsSentOnce() {
        List<Runnable> later = new ArrayList<>();
        screen.openLab(later::add, Screens.CLOCK);
        click("to-students");
        Button charge = find(Button.class, "charge");
        charge.click();
        charge.click();
        assertThat(later).hasSize(1);
        assertThat(shows(ProgressBar.class, "assess-progress")).isTrue();
        assertThat(find(Button.class, "assess-back").isEnabled()).isFalse();
        later.get(0).run();
        MockVaadin.clientRoundtrip();
        assertThat(text("assess-done")).contains("3 students");
        assertThat(screen.charges()).hasSize(3);
    }

    @Test
    void aUserWhoHasLeftThePageIsNotifiedOfTheResult() {
        List<Runnable> later = new ArrayList<>();
        screen.openLab(later::add, Screens.CLOCK);
        click("to-students");
        click("charge");
        UI.getCurrent().removeAll();
        later.get(0).run();
        MockVaadin.clientRoundtrip();
        NotificationsKt.expectNotifications("Lab fee charged to 3 students, 344.94 CAD in total.");
        assertThat(screen.charges()).hasSize(3);
    }

    @Test
    void theBrowsersBackAndForwardWalkTheSteps() {
        AssessView view = screen.open(Locale.CANADA, "fees-bill");
        String id = screen.lab.id().toString();
        view.setParameter(null, id);
        type("fee-amount", "90");
        click("to-students");
        AssessScreen.tickStudent(0, false);
        view.setParameter(null, id);
        assertThat(find(TextField.class, "fee-amount").getValue()).isEqualTo("90");
        view.setParameter(null, id + "/students");
        assertThat(text("assess-total")).startsWith("2 of 3 students");
        click("charge");
        assertThat(text("assess-done")).contains("2 students");
        view.setParameter(null, id);
        assertThat(find(TextField.class, "fee-amount").getValue()).isEqualTo("100.00");
        assertThat(screen.requests()).hasSize(1);
    }

    @Test
    void aPriceWithItsTaxesSurvivesAReloadAndIsChargedExactly() {
        screen.open(Locale.CANADA, "fees-bill");
        type("fee-name", "Trip");
        type("fee-amount", "45.00");
        type("fee-discount", "5.00");
        AssessScreen.select("fee-taxes", Set.of(screen.office.current().taxes().get(0)));
        AssessScreen.select("fee-taxes-included", true);
        assertThat(text("fee-preview")).isEqualTo("45.00 − 5.00 discount = 38.10 + 1.90 GST = 40.00 CAD per student");
        click("to-students");
        String address = AssessScreen.lastAddress();
        type("audience-values", "9");
        click("show-students");
        screen.reload(address);
        click("assess-back");
        assertThat(find(TextField.class, "fee-discount").getValue()).isEqualTo("5.00");
        assertThat(find(Checkbox.class, "fee-taxes-included").getValue()).isTrue();
        click("to-students");
        click("charge");
        assertThat(screen.charges())
                .hasSize(2)
                .allSatisfy(charge -> assertThat(charge.total()).isEqualTo(cad("40.00")))
                .allSatisfy(charge -> assertThat(charge.subtotal()).contains(cad("38.10")));
    }

    @Test
    void aReloadInTheMiddleBeginsWithTheFee() {
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, screen.lab.id() + "/students");
        assertThat(find(TextField.class, "fee-name").getValue()).isEqualTo("Lab fee");
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, "new/students");
        assertThat(find(TextField.class, "fee-name").getValue()).isEmpty();
        assertThat(screen.charges()).isEmpty();
    }

    @Test
    void aReloadOfTheStudentsKeepsFeeGroupValuesAndEveryTick() {
        screen.open(Locale.CANADA, "fees-bill");
        type("fee-name", "Trip");
        type("fee-amount", "12.50");
        type("fee-discount", "10%");
        AssessScreen.select("fee-taxes", Set.of(screen.office.current().taxes().get(0)));
        find(DateField.class, "assess-date").setValue(LocalDate.of(2026, 9, 20));
        click("to-students");
        String address = AssessScreen.lastAddress();
        AssessScreen.select("audience-kind", GroupKind.HOMEROOM);
        type("audience-values", "9A, 10B");
        click("show-students");
        AssessScreen.tickStudent(1, false);
        String total = text("assess-total");
        assertThat(total).startsWith("2 of 3 students");

        screen.reload(address);
        assertThat(text("assess-total")).isEqualTo(total);
        assertThat(text("assess-fee")).startsWith("Trip: ").contains("Sep. 20, 2026");
        assertThat(find(Select.class, "audience-kind").getValue()).isEqualTo(GroupKind.HOMEROOM);
        assertThat(find(TextField.class, "audience-values").getValue()).isEqualTo("9A, 10B");
        assertThat(AssessScreen.student(1).getValue()).isFalse();

        AssessScreen.startTicked(false);
        AssessScreen.tickStudent(2, true);
        screen.reload(address);
        assertThat(text("assess-total")).startsWith("1 of 3 students");
        assertThat(AssessScreen.student(2).getValue()).isTrue();
        click("assess-back");
        assertThat(find(TextField.class, "fee-discount").getValue()).isEqualTo("10\u00a0%");
        click("to-students");
        assertThat(text("assess-total")).startsWith("1 of 3 students");

        click("charge");
        assertThat(text("assess-done")).startsWith("Trip charged to 1 student");
        assertThat(screen.onlyRequest().draft().fee().name()).isEqualTo("Trip");
        assertThat(screen.onlyRequest().draft().date()).isEqualTo(LocalDate.of(2026, 9, 20));
        assertThat(screen.charges()).hasSize(1);
        screen.reload(address);
        assertThat(find(TextField.class, "fee-name").getValue()).isEmpty();
    }

    @Test
    void aReloadKeepsAPredefinedFeeThatWasChanged() {
        screen.openStudents();
        click("assess-back");
        type("fee-amount", "90");
        click("to-students");
        String address = AssessScreen.lastAddress();

        screen.reload(address);
        click("charge");
        assertThat(screen.onlyRequest().draft().fee().amount()).isEqualTo(cad("90.00"));
        assertThat(screen.onlyRequest().draft().predefined()).isEmpty();
    }

    @Test
    void withoutTheRoleNothingIsAsked() {
        Screens.open(Locale.CANADA, "fees-view");
        AssessView view = new AssessView(
                null,
                null,
                null,
                () -> {
                    throw new AssertionError("asked");
                },
                null,
                null,
                Screens.CLOCK,
                Runnable::run);
        Screens.show(view).setParameter(null, "5");
        assertThat(text("assess-notice")).contains("fees-bill");
    }
}
