package org.openadmin.fees.ui.internal.predefined;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.error;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;

/** The students of a predefined fee: values, profiles and students who are found by name. */
class PredefinedFeeStudentsTest {

    @RegisterExtension
    final PredefinedFeesScreen screen = new PredefinedFeesScreen();

    @Test
    void valuesAreCheckedWhileTheyAreTyped() {
        screen.open(Locale.CANADA, "fees-bill");
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
        screen.open(Locale.CANADA, "fees-bill");
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
        screen.open(Locale.CANADA, "fees-bill");
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
    @SuppressWarnings("unchecked")
    void aProfileOverridesTheGroupAndSaysSo() {
        screen.open(Locale.CANADA, "fees-bill");
        click("add-first-fee");
        type("fee-name", "Band");
        type("fee-amount", "5");
        Select<String> profile = find(Select.class, "audience-profile");
        LocatorJ._setValue(profile, "Band");
        assertThat(profile.getHelperText()).isEqualTo("Replaces the group: Grade 10.");
        click("keep-fee");
        assertThat(screen.onlyFee().audience()).isEqualTo(Optional.of(new Audience.Profile("Band")));
    }
}
