package org.openadmin.fees.spi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.StudentSnapshot;
import org.openadmin.fees.api.students.MatchedBy;
import org.openadmin.fees.api.students.MatchedBy.Kind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.spi.search.PersonQuery.Hit;

class PersonQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "obrien          | O’Brien     | Siobhán",
                "O'Brien         | O’Brien     | Siobhán",
                "o brien         | O’Brien     | Siobhán",
                "brien           | O’Brien     | Siobhán",
                "angelo          | D'Angelo    | Gia",
                "O'Reilly        | O’Reilly    | Pat",
                "oreilly pat     | O'Reilly    | Pat",
                "lukasik         | Łukasik     | Zofia",
                "Łukasik         | Lukasik     | Zofia",
                "thordis         | Jónsdóttir  | Þórdís",
                "aegir           | Ægisson     | Ægir",
                "tremblay amelie | Tremblay    | Amélie",
                "amelie tremblay | Tremblay    | Amélie",
                "am trem         | Tremblay    | Amélie",
                "jean baptiste   | Roy         | Jean-Baptiste",
                "jeanbaptiste    | Roy         | Jean-Baptiste",
                "baptiste        | Roy         | Jean-Baptiste",
                "baptiste roy    | Roy         | Jean-Baptiste",
                "roy j b         | Roy         | Jean-Baptiste",
                "lopez           | García López| Ana",
                "ana lopez       | García López| Ana",
                "lopez garcia    | García López| Ana",
                "marie eve roy   | Roy         | Marie Ève",
                "delacroix       | de la Croix | Luc",
                "de la croix     | Delacroix   | Luc",
                "vanderberg      | van der Berg| An",
                "mac donald      | MacDonald   | Flora",
                "st john         | St. John    | Kim",
                "roy, jean       | Roy         | Jean-Baptiste",
                "roy,            | Roy         | Jean-Baptiste",
                "croix, luc      | de la Croix | Luc",
                "ines m          | Tremblay    | Inès M",
                "王小             | 王          | 小明",
            })
    void wordsInAnyOrderFindAName(String typed, String last, String first) {
        assertThat(match(typed, last, first)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "remblay         | Tremblay    | Amélie",
                "tremblay zoe    | Tremblay    | Amélie",
                "anna anna       | Anna        | Berta",
                "amelie, trem    | Tremblay    | Amélie",
                "tremblayamelie  | Tremblay    | Amélie",
                "%               | Tremblay    | Ann%",
                "_               | Tremblay    | Jan_",
                "' OR 1=1 --     | Tremblay    | Amélie",
                "-               | Tremblay    | Amélie",
            })
    void otherTextsDoNot(String typed, String last, String first) {
        assertThat(match(typed, last, first)).isEmpty();
    }

    @Test
    void theBeginningOfTheLastNameRanksFirst() {
        assertThat(rank("ann", "Anning", "Bo")).isEqualTo(0);
        assertThat(rank("ann", "Lee Anning", "Bo")).isEqualTo(1);
        assertThat(rank("ab", "Bauer", "Anna")).isEqualTo(1);
        assertThat(rank("ann", "Bauer", "Anna")).isEqualTo(2);
        assertThat(rank("bauer ann", "Bauer", "Anna")).isEqualTo(1);
        assertThat(rank("lee an", "Lee Anning", "Bo")).isEqualTo(0);
    }

    @Test
    void initialsMatchInBothOrders() {
        for (String initials : List.of("TI", "it", "TIM", "IMT")) {
            assertThat(match(initials, "Tremblay", "Inès M")).as(initials).isPresent();
        }
        assertThat(match("TIX", "Tremblay", "Inès M")).isEmpty();
        assertThat(match("łø", "Lund", "Olga")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"460, 460", "00460, 460", "0000000000460, 460", "#460, 460", "４６０, 460", "46, 46"})
    void aNumberIsReadWithLeadingZeros(String typed, int number) {
        assertThat(PersonQuery.of(typed).number()).contains(new StudentNumber(number));
    }

    @Test
    void aPayCodeIsTheNumberOfItsAccount() {
        assertThat(PersonQuery.of("460-76").number()).contains(new StudentNumber(460));
        assertThat(PersonQuery.of(" p12-31 ").number()).contains(new PayerNumber(12));
        assertThat(PersonQuery.of("460-77").number()).isEmpty();
    }

    @Test
    void digitsAreTheBeginningOfANumber() {
        assertThat(match("1", "Roy", "Luc").map(Hit::by)).contains(MatchedBy.number());
        assertThat(match("001", "Roy", "Luc")).isPresent();
        assertThat(match("2", "Roy", "Luc")).isEmpty();
        assertThat(match("000", "Roy", "Luc")).isEmpty();
        assertThat(match("#", "Roy", "Luc")).isEmpty();
        assertThat(match("1234567890123", "Roy", "Luc")).isEmpty();
        assertThat(PersonQuery.of("000").number()).isEmpty();
        assertThat(PersonQuery.of("1234567890123").number()).isEmpty();
        assertThat(PersonQuery.of("12a").number()).isEmpty();
    }

    @Test
    void theGuardianAndTheAddressAreFoundAfterTheStudentsOwnName() {
        Student student = new Student(
                new StudentNumber(1),
                "Roy",
                "Luc",
                "",
                "9",
                "9A",
                true,
                "Zoé O’Hara-Roy",
                List.of(),
                "dad@example.org; Zoe.Ohara@example.org");

        assertThat(by("ohara zoe", student)).contains(new MatchedBy(Kind.GUARDIAN, "Zoé O’Hara-Roy"));
        assertThat(by("roy", student)).contains(MatchedBy.name());
        assertThat(by("zoe.ohara@", student)).contains(new MatchedBy(Kind.EMAIL, "Zoe.Ohara@example.org"));
        assertThat(by("DAD@example.org", student)).contains(new MatchedBy(Kind.EMAIL, "dad@example.org"));
        assertThat(by("example.org", student)).isEmpty();
        assertThat(by("da", student)).isEmpty();
    }

    @Test
    void everybodyMatchesNothingTyped() {
        assertThat(PersonQuery.of("  ").isEverybody()).isTrue();
        assertThat(match("", "Roy", "Luc")).isPresent();
        assertThat(PersonQuery.of("-").isEverybody()).isFalse();
    }

    @Test
    void aRecordedNameMatchesAsAStudentDoes() {
        StudentSnapshot gone = new StudentSnapshot(new StudentNumber(7), "de la Croix, Jean-Luc M", "9", "9A");
        StudentSnapshot nameless = new StudentSnapshot(new StudentNumber(7), "", "", "");

        assertThat(PersonQuery.of("luc delacroix").match(gone)).isPresent();
        assertThat(PersonQuery.of("croix, jean").match(gone)).isPresent();
        assertThat(PersonQuery.of("jmd").match(gone)).isPresent();
        assertThat(PersonQuery.of("007").match(nameless)).isPresent();
        assertThat(PersonQuery.of("a").match(nameless)).isEmpty();
        assertThat(PersonQuery.of("").match(nameless)).isPresent();
    }

    @Test
    void aLongTextEndsInNoMatch() {
        assertThat(match("a ".repeat(10_000), "A A A A A A A A", "A A A A A A A A A"))
                .isEmpty();
    }

    @Test
    void listsAreSortedByTheFoldedNames() {
        List<StudentSnapshot> sorted = NameOrder.sorted(
                List.of(
                        snapshot(1, ""),
                        snapshot(2, "Leblanc, Al"),
                        snapshot(3, "Łebek, Jan"),
                        snapshot(4, "Le, Zoé"),
                        snapshot(5, "O’Brien, Pat"),
                        snapshot(6, "Oakes, Pat"),
                        snapshot(7, "obrien, Ann"),
                        snapshot(8, "Éluard, Bo"),
                        snapshot(9, "Le, Zoe")),
                NameOrder::of);

        assertThat(sorted)
                .extracting(student -> student.number().journalNumber())
                .containsExactly(8, 4, 9, 3, 2, 6, 7, 5, 1);
    }

    private static StudentSnapshot snapshot(int number, String name) {
        return new StudentSnapshot(new StudentNumber(number), name, "", "");
    }

    private static int rank(String typed, String last, String first) {
        return match(typed, last, first).orElseThrow().rank();
    }

    private static Optional<Hit> match(String typed, String last, String first) {
        return PersonQuery.of(typed)
                .match(new Student(new StudentNumber(100), last, first, "", "9", "9A", true, "", List.of(), ""));
    }

    private static Optional<MatchedBy> by(String typed, Student student) {
        return PersonQuery.of(typed).match(student).map(Hit::by);
    }
}
