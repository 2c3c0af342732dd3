package org.openadmin.fees.internal.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.internal.DatabaseOffice.CASHIER;
import static org.openadmin.fees.internal.DatabaseOffice.DAY;
import static org.openadmin.fees.internal.DatabaseOffice.VIEWER;
import static org.openadmin.fees.internal.DatabaseOffice.cad;
import static org.openadmin.fees.internal.DatabaseOffice.fee;
import static org.openadmin.fees.internal.DatabaseOffice.payment;
import static org.openadmin.fees.internal.DatabaseOffice.request;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.corrections.CorrectionRequest.Refund;
import org.openadmin.fees.api.payments.PaymentMethod;
import org.openadmin.fees.api.students.Audience;
import org.openadmin.fees.api.students.GroupKind;
import org.openadmin.fees.api.students.Student;
import org.openadmin.fees.internal.DatabaseOffice;
import org.openadmin.fees.internal.overview.JpaFeesOverview;
import org.openadmin.fees.internal.verify.JdbcDatabaseInfo;
import org.openadmin.fees.testkit.Kit;

/** A portal's data that the module's own columns cannot hold: long texts are cut, and a student without a usable number is left out. */
class HostDataDatabaseTest {

    private static final StudentNumber STUDENT = new StudentNumber(100);
    private static final String HOMEROOM = "Salle des Explorateurs-Découvreurs 9";
    private static final String CUT = "Salle des Explorateurs-Découvre…";

    private DatabaseOffice office;

    @AfterEach
    void close() {
        office.close();
    }

    private void host(String... statements) {
        office = new DatabaseOffice(
                database -> {
                    database.execute("SET NAMES utf8mb4");
                    database.execute(statements);
                },
                8);
    }

    private static String table(String name) {
        return "CREATE TABLE " + name
                + " (studnum INT, lastname TEXT, firstname TEXT, initial TEXT, grade TEXT, homeroom TEXT,"
                + " address1 TEXT, city1 TEXT, par1_lastname TEXT, par1_firstname TEXT, par1_email TEXT)";
    }

    @Test
    void textsThatAreTooLongForTheJournalAreCutAndStopNobody() {
        host(
                table("student"),
                table("studentwd"),
                "CREATE TABLE eval (studnum INT, subjcode VARCHAR(32))",
                "INSERT INTO student VALUES (100, REPEAT('é', 400), REPEAT('n', 300), 'M', REPEAT('9', 40), '"
                        + HOMEROOM
                        + "', REPEAT('a', 3000), 'Regina', REPEAT('g', 900), '', CONCAT(REPEAT('m', 600), '@x.example'))",
                "INSERT INTO student (studnum, lastname, firstname, grade, homeroom) VALUES (101, 'Roy', 'Zoé', '9', '"
                        + HOMEROOM + "')");

        Audience room = new Audience.Group(GroupKind.HOMEROOM, List.of(HOMEROOM));
        assertThat(office.assessment.post(request(fee("Lab", "10.00"), room)).count())
                .isEqualTo(2);
        office.cashier.receive(payment(STUDENT, "10.00", office.owed(STUDENT).get(0)));
        office.cashier.receive(payment(STUDENT, "5.00"));
        office.corrections.apply(new Refund(
                RequestKey.fresh(), CASHIER, STUDENT, cad("5.00"), PaymentMethod.CASH, "", DAY, "Moved away"));

        assertThat(HOMEROOM).hasSize(36);
        assertThat(CUT).hasSize(32);
        assertThat(office.count("fees_jrl WHERE student_homeroom = '" + CUT + "'"))
                .isEqualTo(5);
        assertThat(office.ask(
                        "SELECT GROUP_CONCAT(DISTINCT CHAR_LENGTH(student_name)) FROM fees_jrl WHERE studnum = 100"))
                .isEqualTo("512");
        assertThat(office.ask(
                        "SELECT GROUP_CONCAT(DISTINCT CHAR_LENGTH(student_grade)) FROM fees_jrl WHERE studnum = 100"))
                .isEqualTo("32");
        Student student = office.students.find(STUDENT).orElseThrow();
        assertThat(student.homeroom()).isEqualTo(HOMEROOM);
        assertThat(student.address()).allMatch(line -> line.length() <= 255);
        assertThat(student.guardian()).hasSize(255).endsWith("…");
        assertThat(new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK)
                        .receivables(VIEWER, DAY)
                        .owing())
                .extracting(owing -> owing.student().homeroom())
                .containsExactly(CUT);
    }

    /** A view of the site's own: everything as text or bytes, and some numbers that no student has here. */
    @Test
    void aStudentWithoutAUsableNumberIsNamedAndEverybodyElseIsServed() {
        host(
                "CREATE TABLE pupil (number VARCHAR(20), surname VARCHAR(64), given VARBINARY(64), level VARCHAR(8),"
                        + " enrolled VARCHAR(4), parent BLOB)",
                "INSERT INTO pupil VALUES ('00100', 'Tremblay', 'Inès', '9', '1', 'Éva Tremblay'),"
                        + " ('101', 'Roy', NULL, '9', '0', NULL), ('102.00', 'Gagnon', 'Li', '9', '1', ''),"
                        + " ('99999999999', 'Long', 'Ann', '9', '1', ''), (NULL, 'Nobody', 'Bo', '9', '1', ''),"
                        + " ('12abc', 'Letters', 'Cy', '9', '1', ''), ('-5', 'Minus', 'Di', '9', '1', ''),"
                        + " ('0', 'Zero', 'Ed', '9', '1', ''), ('12.5', 'Half', 'Flo', '9', '1', ''), ('', '', '', '9', '1', '')",
                "CREATE VIEW fees_student AS SELECT number AS studnum, surname AS lastname, given AS firstname, NULL AS initial,"
                        + " level AS grade, NULL AS homeroom, enrolled AS active, parent AS guardian, NULL AS address1,"
                        + " NULL AS address2, NULL AS address3, NULL AS email FROM pupil",
                "CREATE VIEW fees_enrolment AS SELECT number AS studnum, 'Bio' AS subject_section FROM pupil");

        assertThat(office.students.search("", 100).students())
                .extracting(student -> student.number() + " " + student.name() + " " + student.active())
                .containsExactly("102 Gagnon, Li true", "100 Tremblay, Inès true", "101 Roy false");
        assertThat(office.students.find(STUDENT).orElseThrow().guardian()).isEqualTo("Éva Tremblay");
        Audience grade = Audience.Group.parse(GroupKind.GRADE, "9");
        assertThat(office.assessment.post(request(fee("Lab", "10.00"), grade)).count())
                .isEqualTo(2);
        assertThat(office.students.in(Audience.Group.parse(GroupKind.SUBJECT_SECTION, "Bio")))
                .hasSize(2);
        assertThat(office.accounts.balances())
                .extracting(AccountBalance::student)
                .containsExactly(STUDENT, new StudentNumber(101), new StudentNumber(102));
        assertThat(office.cashier
                        .receive(payment(STUDENT, "10.00", office.owed(STUDENT).get(0)))
                        .student()
                        .name())
                .isEqualTo("Tremblay, Inès");
        assertThat(new JpaFeesOverview(office.transactions, office.settings, Kit.CLOCK)
                        .receivables(VIEWER, DAY)
                        .owing())
                .hasSize(1);
        assertThat(office.statements.search(VIEWER, "", 100).matches()).hasSize(3);
        assertThat(new JdbcDatabaseInfo(office.database).read().orElseThrow().unusableStudents())
                .containsExactlyInAnyOrder(
                        "Long, Ann (99999999999)",
                        "Nobody, Bo (–)",
                        "Letters, Cy (12abc)",
                        "Minus, Di (-5)",
                        "Zero, Ed (0)",
                        "Half, Flo (12.5)",
                        "(–)");
    }

    @Test
    void ofManyStudentsWithoutAUsableNumberTheFirstAreNamed() {
        host(
                "CREATE VIEW fees_student AS SELECT CAST(9000000000 + seq AS SIGNED) AS studnum, 'Long' AS lastname,"
                        + " seq AS firstname, '' AS initial, '' AS grade, '' AS homeroom, 1 AS active, '' AS guardian,"
                        + " '' AS address1, '' AS address2, '' AS address3, '' AS email FROM seq_1_to_500",
                "CREATE VIEW fees_enrolment AS SELECT 1 AS studnum, 'Bio' AS subject_section");

        assertThat(office.students.search("", 1000).students()).isEmpty();
        assertThat(office.accounts.balances()).isEmpty();
        assertThat(new JdbcDatabaseInfo(office.database).read().orElseThrow().unusableStudents())
                .hasSize(UnusableStudents.MAX_NAMED + 1)
                .endsWith("…");
    }
}
