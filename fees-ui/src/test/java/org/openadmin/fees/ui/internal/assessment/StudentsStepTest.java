package org.openadmin.fees.ui.internal.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.Due;
import org.openadmin.fees.api.billing.Every;
import org.openadmin.fees.api.billing.FeeCatalogue.AddRequest;
import org.openadmin.fees.api.billing.FeeTerms;
import org.openadmin.fees.api.billing.Instalments;
import org.openadmin.fees.api.billing.PredefinedFee;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.testkit.Kit;

/** The second step: which students are charged. */
class StudentsStepTest {

    @RegisterExtension
    private final AssessScreen screen = new AssessScreen();

    @Test
    void untickedStudentsAreLeftOutAndTheTotalFollows() {
        screen.openStudents();
        AssessScreen.tickStudent(0, false);
        assertThat(text("assess-total")).isEqualTo("2 of 3 students, 229.96 CAD in total");
        click("charge");
        assertThat(screen.onlyRequest().except()).containsExactly(new StudentNumber(101));
        assertThat(screen.charges()).hasSize(2);
    }

    @Test
    void tickingAllCountsOnlyWhatTheFilterShows() {
        screen.openStudents();
        click("untick-shown");
        assertThat(find(Button.class, "charge").isEnabled()).isFalse();
        type("candidate-filter", "tremb");
        assertThat(text("candidates-shown")).isEqualTo("1 of 3 shown");
        click("tick-shown");
        assertThat(text("charge")).isEqualTo("Charge 1 student");
    }

    @Test
    void aListThatHasChangedIsReloadedAndNobodyIsCharged() {
        screen.openStudents();
        screen.office.enrol(104, "Late", "Lea", "9", "9A");
        click("charge");
        assertThat(screen.charges()).isEmpty();
        assertThat(text("whom-notice")).contains("you agreed to 3, and now there would be 4");
        assertThat(text("assess-total")).startsWith("4 of 4 students");
        click("charge");
        assertThat(screen.charges()).hasSize(4);
    }

    @Test
    void thePartsOfTheFeeAreShownWithTheirDueDates() {
        PredefinedFee trip = screen.office
                .catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Band trip", "99.99"),
                        screen.lab.audience(),
                        Optional.of(new Due.On(LocalDate.of(2026, 10, 31))),
                        Optional.of(new Instalments(2, Every.MONTH))));
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, trip.id().toString());
        click("to-students");

        assertThat(text("assess-parts"))
                .isEqualTo("Each student is charged in 2 parts: 50.00 due Oct. 31, 2026; 49.99 due Nov. 30, 2026.");
        click("charge");
        assertThat(screen.charges()).hasSize(6);
    }

    @Test
    void whoWouldExceedTheLimitIsShownAndCannotBeTicked() {
        PredefinedFee trip = screen.office
                .catalogue()
                .add(new AddRequest(
                        RequestKey.fresh(),
                        Kit.CLERK,
                        Kit.fee("Trip", "60.00"),
                        screen.lab.audience(),
                        Optional.empty(),
                        Optional.empty(),
                        new FeeTerms(Optional.of(Kit.cad("100.00")), Optional.empty())));
        screen.office.charge(new StudentNumber(101), "Trip", "60.00");
        screen.open(Locale.CANADA, "fees-bill").setParameter(null, trip.id().toString());
        click("to-students");

        assertThat(AssessScreen.nameOf(0)).contains("limit 100.00 a year: 60.00 charged, 40.00 left");
        assertThat(AssessScreen.student(0).isEnabled()).isFalse();
        assertThat(text("assess-total")).isEqualTo("2 of 3 students, 120.00 CAD in total");
        click("charge");
        assertThat(screen.requests().get(1).except()).isEmpty();
        assertThat(screen.charges()).hasSize(3);
        assertThat(text("assess-left-out")).isEqualTo("1 student already had it and was skipped.");
    }

    @Test
    void aValueThatNobodyHasIsNamed() {
        screen.openStudents();
        type("audience-values", "9 77");
        assertThat(text("assess-total")).isEqualTo("Choose students to see the list.");
        click("show-students");
        assertThat(error("audience-values")).isEqualTo("No student is in grade 77.");
        assertThat(find(Button.class, "charge").isEnabled()).isFalse();
    }

    @Test
    void uncheckedAtFirstMeansThatNobodyIsTicked() {
        screen.openStudents();
        AssessScreen.startTicked(false);
        assertThat(text("assess-total")).isEqualTo("0 of 3 students, 0.00 CAD in total");
        assertThat(find(Button.class, "charge").isEnabled()).isFalse();
        AssessScreen.tickStudent(1, true);
        click("charge");
        assertThat(screen.onlyRequest().except())
                .containsExactlyInAnyOrder(new StudentNumber(101), new StudentNumber(100));
    }

    @Test
    void changingTheGroupClearsItsValues() {
        screen.openStudents();
        assertThat(find(TextField.class, "audience-values").getValue()).isEqualTo("9 10");
        AssessScreen.select("audience-kind", GroupKind.HOMEROOM);
        assertThat(find(TextField.class, "audience-values").getValue()).isEmpty();
        assertThat(text("assess-total")).isEqualTo("Choose students to see the list.");
    }

    @Test
    void theFilterFindsNamesWithoutTheirAccents() {
        screen.openStudents();
        type("candidate-filter", "NGUYEN, anh");
        assertThat(text("candidates-shown")).isEqualTo("1 of 3 shown");
    }
}
