package org.openadmin.fees.itest.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.TestDatabase;

@Tag("slow")
class SampleSchoolTest {

    @Test
    void theSameSeedMakesTheSameSchool() {
        assertThat(SampleSchool.generate(7, 200)).isEqualTo(SampleSchool.generate(7, 200));
        assertThat(SampleSchool.generate(7, 200)).isNotEqualTo(SampleSchool.generate(8, 200));
    }

    @Test
    void asManyCurrentStudentsAsAskedForAndNumbersWithoutGap() {
        for (var size : new int[] {0, 1, 49, 50, 51, 600, 2000, 5000}) {
            var school = SampleSchool.generate(1, size);

            assertThat(school.current()).hasSize(size);
            for (var i = 0; i < school.students().size(); i++) {
                assertThat(school.students().get(i).number()).isEqualTo(SampleSchool.FIRST_NUMBER + i);
            }
        }
    }

    @Test
    void everyGradeHasHomeroomsAndSections() {
        var school = SampleSchool.generate(1, SampleSchool.USUAL_SIZE);

        assertThat(school.current().stream().map(SampleStudent::grade).distinct())
                .containsExactlyInAnyOrder("K", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12");
        assertThat(school.current().stream()
                        .filter(pupil -> pupil.grade().equals("9"))
                        .map(SampleStudent::homeroom)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("9A", "9B");
        assertThat(school.current())
                .allSatisfy(pupil -> assertThat(pupil.sections()).isNotEmpty());
    }

    @Test
    void namesComeInManyScripts() {
        var scripts = SampleSchool.generate(1, SampleSchool.USUAL_SIZE).students().stream()
                .map(pupil -> Character.UnicodeScript.of(pupil.lastName().codePointAt(0)))
                .collect(Collectors.toSet());

        assertThat(scripts)
                .contains(
                        Character.UnicodeScript.LATIN,
                        Character.UnicodeScript.CYRILLIC,
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.GREEK,
                        Character.UnicodeScript.ARABIC);
    }

    @Test
    void theTablesHoldWhatWasGenerated() throws SQLException {
        var school = SampleSchool.generate(1, 100);
        var database = TestDatabase.fresh();
        try (var connection = database.connect()) {
            school.load(connection);
        }

        assertThat(text(database, "SELECT count(*) FROM student")).isEqualTo("100");
        assertThat(text(database, "SELECT count(*) FROM studentwd")).isEqualTo("2");
        assertThat(text(database, "SELECT count(*) FROM studentall")).isEqualTo("102");
        var first = school.students().get(0);
        assertThat(text(database, "SELECT concat(lastname, ', ', firstname) FROM student WHERE studnum = 100"))
                .isEqualTo(first.lastName() + ", " + first.firstName());
        assertThat(text(
                        database,
                        "SELECT max(n) FROM (SELECT count(*) n FROM eval GROUP BY studnum, subjcode, term) each_term"))
                .isEqualTo("1");
        assertThat(text(database, "SELECT count(DISTINCT term) FROM eval")).isEqualTo("4");
    }

    @Test
    void onlyTablesThatWereMadeForItAndAreEmptyAreNew() throws SQLException {
        var own = TestDatabase.fresh();
        own.execute("CREATE TABLE student (studnum INT)");
        var made = TestDatabase.fresh();
        try (var connection = own.connect()) {
            assertThat(HostTables.areNew(connection)).isFalse();
        }
        try (var connection = made.connect()) {
            HostTables.create(connection);
            assertThat(HostTables.areNew(connection)).isTrue();
            SampleSchool.generate(1, 1).load(connection);
            assertThat(HostTables.areNew(connection)).isFalse();
        }
    }

    private static String text(Database database, String query) throws SQLException {
        try (var connection = database.connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
