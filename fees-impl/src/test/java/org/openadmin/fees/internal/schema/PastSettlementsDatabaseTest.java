package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.openadmin.fees.testkit.Kit.DAY;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.journal.EntryKind;
import org.openadmin.fees.internal.ContractOffice;
import org.openadmin.fees.testkit.JournalRow;
import org.openadmin.fees.testkit.Kit;
import org.openadmin.fees.testkit.PastDaysStory;
import org.openadmin.fees.testkit.TestClock;

/** What the upgrade finds out about the settlements that had ended in a journal of an earlier version. */
@Tag("slow")
class PastSettlementsDatabaseTest {

    private static final String ALL = "SELECT COALESCE(GROUP_CONCAT(charge_id, ' ', settled_by, ' ', ended_by"
            + " ORDER BY charge_id, ended_by SEPARATOR '; '), '') FROM fees_past_settlement";
    private static final TestClock CLOCK = new TestClock();
    private static ContractOffice office;

    @BeforeAll
    static void open() {
        office = new ContractOffice(CLOCK);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String found() {
        office.office.administrator.execute("TRUNCATE TABLE fees_past_settlement");
        Script.all().stream()
                .filter(script -> script.name().equals("V20__past_days.sql"))
                .flatMap(script -> script.statements().stream())
                .map(Script.Statement::sql)
                .forEach(office.office.administrator::execute);
        return office.office.ask(ALL);
    }

    @Test
    void ofTheModulesOwnCorrectionsItFindsAllAsTheyWereRecorded() {
        for (int story = 0; story < 12; story++) {
            List<StudentNumber> students = IntStream.of(100 + 2 * story, 101 + 2 * story)
                    .mapToObj(StudentNumber::new)
                    .toList();
            students.forEach(student -> office.enrol(Kit.student(student.value(), "Roy", "Ann", "9", "9A")));
            new PastDaysStory(office, CLOCK, students, story).play();
        }
        String recorded = office.office.ask(ALL);

        assertThat(recorded.split("; ")).hasSizeGreaterThan(10);
        assertThat(found()).isEqualTo(recorded);
        assertThat(found()).as("when it runs again").isEqualTo(recorded);
        assertThat(office.office.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE fees_past_settlement SET ended_by = 1",
                "DELETE FROM fees_past_settlement",
                "TRUNCATE TABLE fees_past_settlement"
            })
    void theModulesDatabaseUserCanOnlyAddToThem(String change) throws SQLException {
        try (Connection module = office.office.database.getConnection();
                Statement statement = module.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void anOldPaymentListsItsChargesInItsOwnWay() {
        StudentNumber student = new StudentNumber(500);
        office.enrol(Kit.student(500, "Roy", "Old", "9", "9A"));
        CLOCK.moveTo(DAY);
        long lab = office.add(JournalRow.charge("Lab", "5.00").student(student).on(DAY));
        long trip =
                office.add(JournalRow.charge("Trip", "6.00").student(student).on(DAY));
        long payment = office.add(JournalRow.payment(9_000_001, "11.00", lab, trip)
                .student(student)
                .on(DAY)
                .about(" 0" + lab + ", " + trip + ";"));
        office.add(JournalRow.payment(9_000_002, "1.00", lab)
                .student(student)
                .on(DAY)
                .about("3 books, 12-2"));
        long voiding = office.add(
                JournalRow.of(EntryKind.VOID, "11.00").student(student).on(DAY).reverses(payment));

        String found = found();

        assertThat(found).contains(trip + " " + payment + " " + voiding);
        assertThat(found).contains(lab + " " + payment + " " + voiding);
    }
}
