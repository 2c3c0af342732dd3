package org.openadmin.fees.ui.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.tick;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.ui.internal.Screens;

/** Students who already have the fee. */
class RepeatedFeeTest {

    @RegisterExtension
    private final AssessScreen screen = new AssessScreen();

    @Test
    void studentsWhoHaveTheFeeAreMarkedAndUntickedAndCanBeChosenAgain() {
        screen.openStudents();
        click("charge");
        click("assess-another");
        screen.openStudents();
        assertThat(AssessScreen.nameOf(0)).endsWith(" already has it, Sep. 8, 2026");
        assertThat(AssessScreen.student(0).getValue()).isFalse();
        AssessScreen.tickStudent(0, true);
        click("charge");
        assertThat(screen.requests().get(1).again()).containsExactly(new StudentNumber(101));
        assertThat(screen.charges()).hasSize(4);
    }

    @Test
    void studentsChargedTheDayBeforeAreMarkedAndOneCheckboxChargesThemAll() {
        screen.openStudents();
        click("charge");
        Clock tomorrow = Clock.offset(Screens.CLOCK, Duration.ofDays(1));
        screen.openLab(Runnable::run, tomorrow);
        click("to-students");

        assertThat(text("charge")).isEqualTo("No students selected");
        assertThat(text("assess-again")).isEqualTo("All 3 already have this fee.");
        assertThat(find(Checkbox.class, "assess-again-all").getLabel())
                .isEqualTo("Also charge the 3 students who already have it");

        tick("assess-again-all", true);
        assertThat(text("charge")).isEqualTo("Charge 3 students");
        assertThat(text("assess-again")).isEqualTo("3 of those selected already have it");
        tick("assess-again-all", false);
        assertThat(text("charge")).isEqualTo("No students selected");
        tick("assess-again-all", true);
        click("charge");
        assertThat(screen.requests().get(1).again()).hasSize(3);
        assertThat(screen.charges()).hasSize(6);
    }

    @Test
    void aMonthlyFeeIsChargedInTwoClicksAndTheLastDateIsShown() {
        screen.openStudents();
        click("charge");
        Clock nextMonth = Clock.offset(Screens.CLOCK, Duration.ofDays(30));
        screen.openLab(Runnable::run, nextMonth);
        click("to-students");

        assertThat(AssessScreen.nameOf(0)).endsWith(" last charged Sep. 8, 2026");
        assertThat(shows(Checkbox.class, "assess-again-all")).isFalse();
        click("charge");
        assertThat(screen.charges()).hasSize(6);
    }

    @Test
    void thePageExplainsWhyNobodyIsSelected() {
        screen.openStudents();
        assertThat(text("assess-again")).isEmpty();
        click("untick-shown");
        assertThat(text("assess-again")).isEqualTo("None of the 3 is selected.");
        AssessScreen.tickStudent(0, true);
        assertThat(text("assess-again")).isEmpty();
        click("charge");
        screen.openStudents();
        AssessScreen.startTicked(false);
        assertThat(text("assess-again")).isEqualTo("1 already has this fee, and the other 2 are not selected.");
    }

    @Test
    void tickingAllNeverChargesSomebodyASecondTime() {
        screen.openStudents();
        AssessScreen.tickStudent(0, false);
        click("charge");
        screen.openStudents();
        AssessScreen.startTicked(false);
        click("tick-shown");
        assertThat(text("assess-total")).startsWith("1 of 3 students");
        assertThat(text("assess-again")).isEmpty();
        AssessScreen.tickStudent(1, true);
        assertThat(text("assess-again")).isEqualTo("1 of those selected already has it");
        click("untick-shown");
        assertThat(text("assess-total")).startsWith("0 of 3 students");
    }
}
