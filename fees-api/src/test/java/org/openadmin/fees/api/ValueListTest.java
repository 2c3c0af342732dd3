package org.openadmin.fees.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.KnownValues;
import org.openadmin.fees.api.students.ValueList;

/** Lists of values have one grammar, and one rule of which values are equal. */
class ValueListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9 10",
                "9,10",
                "9, 10",
                "9;10",
                " 9 ;; 10, ",
                "9\u00a010",
                "9\t10",
                "\"9\" '10'",
                "“9” «\u00a010\u00a0»"
            })
    void blanksCommasAndSemicolonsSeparateValues(String list) {
        assertThat(ValueList.split(list)).containsExactly("9", "10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", ";, ;", "\"\"", "\" \""})
    void aListOfSeparatorsIsEmpty(String list) {
        assertThat(ValueList.split(list)).isEmpty();
    }

    @Test
    void quotationMarksKeepAValueTogether() {
        assertThat(ValueList.split("\"Room 12\", 9A 'Room 3, east'")).containsExactly("Room 12", "9A", "Room 3, east");
        assertThat(ValueList.split("\"Room  12\"9A")).containsExactly("Room 12", "9A");
        assertThat(ValueList.split("9A \"Room 1")).containsExactly("9A", "Room 1");
    }

    @Test
    void anApostropheInsideAWordIsPartOfIt() {
        assertThat(ValueList.split("d'Arc 'Salle d'Arc' l'Été 'tis"))
                .containsExactly("d'Arc", "Salle d'Arc", "l'Été", "'tis");
    }

    @Test
    void whatIsJoinedIsSplitIntoTheSameValues() {
        for (List<String> values : List.of(
                List.of("9", "10"),
                List.of("Room 12", "9A"),
                List.of("a,b", "c;d", "e"),
                List.of("'quoted'", "d'Arc", "12\" rule", "\"x\" y's"))) {
            assertThat(ValueList.split(ValueList.join(values))).isEqualTo(values);
        }
        assertThat(ValueList.join(List.of("9", "10"))).isEqualTo("9 10");
    }

    @Test
    void theWordForTheGroupMayComeFirst() {
        assertThat(values(GroupKind.GRADE, "grade 9")).containsExactly("9");
        assertThat(values(GroupKind.GRADE, "Grades: 9, 10")).containsExactly("9", "10");
        assertThat(values(GroupKind.GRADE, "niveaux 9 et")).containsExactly("9", "et");
        assertThat(values(GroupKind.GRADE, "Années 9")).containsExactly("9");
        assertThat(values(GroupKind.SUBJECT_SECTION, "course sections ART-1")).containsExactly("ART-1");
        assertThat(values(GroupKind.STUDENT, "students 100;101")).containsExactly("100", "101");
    }

    @Test
    void aValueIsNotTakenForTheWordOfTheGroup() {
        assertThat(values(GroupKind.HOMEROOM, "Homeroom")).containsExactly("Homeroom");
        assertThat(values(GroupKind.HOMEROOM, "\"Homeroom\" 9A")).containsExactly("Homeroom", "9A");
        assertThat(values(GroupKind.HOMEROOM, "grade 9A")).containsExactly("grade", "9A");
    }

    @Test
    void theTextOfAGroupIsReadAsTheSameGroup() {
        for (List<String> values : List.of(
                List.of("9", "10"),
                List.of("Room 12", "9A"),
                List.of("Homeroom", "9A"),
                List.of("Homeroom 5"),
                List.of("Homeroom:", "5"))) {
            Audience.Group group = new Audience.Group(GroupKind.HOMEROOM, values);
            assertThat(Audience.Group.parse(group.kind(), group.text())).isEqualTo(group);
        }
    }

    @Test
    void caseAccentsAndTheWidthOfSpacesMakeNoDifference() {
        assertThat(ValueList.isSame(" Salle  Été ", "SALLE\u00a0ete")).isTrue();
        assertThat(ValueList.isSame("9A", "9 A")).isFalse();
        assertThat(values(GroupKind.HOMEROOM, "9a 9A Été ete")).containsExactly("9a", "Été");
    }

    @Test
    void theWordsOfOneKnownValueBelongTogether() {
        KnownValues rooms = new KnownValues(GroupKind.HOMEROOM, List.of("9A", "Room 1", "Room 1 B", "10A", "9", "9 A"));

        assertThat(rooms.read(List.of("9A", "Room", "1", "10A"))).containsExactly("9A", "Room 1", "10A");
        assertThat(rooms.read(List.of("room", "1", "b"))).containsExactly("room 1 b");
        assertThat(rooms.read(List.of("Room", "2", "Room"))).containsExactly("Room", "2");
        assertThat(rooms.unknown(List.of("9A", "Room", "2"))).containsExactly("Room", "2");
    }

    @Test
    void wordsThatAreValuesByThemselvesStayApart() {
        KnownValues rooms = new KnownValues(GroupKind.HOMEROOM, List.of("9", "A", "9 A"));

        assertThat(rooms.read(List.of("9", "A"))).containsExactly("9", "A");
        assertThat(rooms.read(List.of("9 A"))).containsExactly("9 A");
    }

    @Test
    void aValueThatContainsTheWordForItsKindIsFoundWithoutIt() {
        KnownValues grades = new KnownValues(GroupKind.GRADE, List.of("Grade 9", "Grade 10", "10", "9e année"));

        assertThat(grades.read(
                        Audience.Group.parse(GroupKind.GRADE, "grade 9, 10").values()))
                .containsExactly("Grade 9", "10");
    }

    @Test
    void aValueIsFoundInEverySpellingOfTheHost() {
        KnownValues rooms = new KnownValues(GroupKind.HOMEROOM, List.of("9A", "9a ", "Été"));

        assertThat(rooms.spellings(rooms.read(List.of("9A", "ete")))).containsExactly("9A", "9a ", "Été");
    }

    @Test
    void onlyAnOpenEndCanBecomeAnotherValue() {
        assertThat(ValueList.isOpenEnded("9 1")).isTrue();
        assertThat(ValueList.isOpenEnded("\"Room 1")).isTrue();
        assertThat(ValueList.isOpenEnded("9 1 ")).isFalse();
        assertThat(ValueList.isOpenEnded("9 1,")).isFalse();
        assertThat(ValueList.isOpenEnded("\"Room 1\"")).isFalse();
    }

    private static List<String> values(GroupKind kind, String list) {
        return Audience.Group.parse(kind, list).values();
    }
}
