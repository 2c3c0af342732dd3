package org.openadmin.fees.ui.internal.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.ComboBoxKt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.ui.internal.Screens;
import org.openadmin.fees.ui.internal.UserContext;

class ChoiceFieldTest {

    private final List<String> chosen = new ArrayList<>();
    private ChoiceField<String> field;

    @BeforeEach
    void open() {
        Screens.open(Locale.CANADA);
        field = Screens.show(new ChoiceField<>(UserContext.now(Clock.systemUTC())));
        field.offer(List.of("Zoo", "Band trip", "Band", "Élan"));
        field.addValueChangeListener(e -> chosen.add(e.getValue()));
    }

    @AfterEach
    void close() {
        Screens.close();
    }

    private void enter(String typed) {
        ComboBoxKt._fireCustomValueSet(field, typed);
    }

    @Test
    void lettersThatOnlyOneEntryHasAreEnough() {
        enter(" ela ");

        assertThat(chosen).containsExactly("Élan");
    }

    @Test
    void aWholeLabelIsThatEntryEvenIfAnotherContainsIt() {
        enter("band");

        assertThat(chosen).containsExactly("Band");
    }

    @Test
    void theNumberInALabelIsThatOfOneEntry() {
        field.offer(List.of("Band office · P12", "Agency · P1"));
        enter("p1");

        assertThat(chosen).containsExactly("Agency · P1");
    }

    @Test
    void lettersOfSeveralEntriesAreAnErrorUntilOneIsChosen() {
        enter("ban");

        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("“ban”").contains("more than one");
        field.setValue("Zoo");
        assertThat(field.isInvalid()).isFalse();
        assertThat(chosen).containsExactly("Zoo");
    }

    @Test
    void afterAnUnknownTextTheValueFromBeforeIsNotTheChosenOne() {
        List<String> told = new ArrayList<>();
        field.whenUnreadable(() -> told.add("unreadable"));
        field.setValue("Zoo");
        assertThat(field.chosen()).contains("Zoo");
        enter("Museum");

        assertThat(field.chosen()).isEmpty();
        assertThat(field.isReadable()).isFalse();
        assertThat(told).hasSize(1);
        assertThat(field.getErrorMessage()).isEqualTo("Nothing in the list matches “Museum”.");
    }

    @Test
    void otherTextsCanBeAllowed() {
        field.allowOther(typed -> StudentNumber.parse(typed).toString());
        enter("4711");
        assertThat(field.getValue()).isEqualTo("4711");

        enter("nobody");
        assertThat(field.chosen()).isEmpty();
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).contains("nobody");
    }

    @Test
    void aPageShowsAnotherValueOrNoneInPlaceOfAnUnknownText() {
        enter("Museum");
        field.show(Optional.empty());
        assertThat(field.isInvalid()).isFalse();
        assertThat(field.isReadable()).isTrue();

        enter("Museum");
        field.show(Optional.of("Band"));
        assertThat(field.chosen()).contains("Band");
        assertThat(field.isInvalid()).isFalse();
    }

    @Test
    void aListThatIsLoadedWhenItIsOpenedIsSearchedToo() {
        field.offer(() -> List.of("anne", "bob"));

        assertThat(ComboBoxKt.getSuggestions(field)).containsExactly("anne", "bob");
        enter("an");
        assertThat(chosen).containsExactly("anne");
    }
}
