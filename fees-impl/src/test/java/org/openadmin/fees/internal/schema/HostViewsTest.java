package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.DatabaseException;
import org.openadmin.fees.itest.database.TestDatabase;

@Tag("slow")
class HostViewsTest {

    private static final String STUDENT =
            "(studnum INT, lastname VARCHAR(64), firstname VARCHAR(64), initial VARCHAR(8),"
                    + " grade VARCHAR(8), homeroom VARCHAR(16), address1 VARCHAR(128), city1 VARCHAR(64), prov1 VARCHAR(8),"
                    + " pcode1 VARCHAR(16), par1_lastname VARCHAR(64), par1_firstname VARCHAR(64), par1_email VARCHAR(128))"
                    + " ENGINE=MyISAM DEFAULT CHARSET=latin1";
    private static final String EVAL = "CREATE TABLE eval (studnum INT, subjcode VARCHAR(32), term INT)";

    static final String[] TABLES = {"CREATE TABLE student " + STUDENT, "CREATE TABLE studentwd " + STUDENT, EVAL};

    @Test
    void theOldSystemsStudentsAreReadWithTheModulesRights() throws Exception {
        var host = TestDatabase.fresh();
        LegacyDatabase.load(host);
        var module = TestDatabase.asFeesUser(host);

        ensure(module);

        assertThat(SchemaSql.value(module, "SELECT COUNT(*), SUM(active) FROM fees_student"))
                .isEqualTo(SchemaSql.value(
                        host,
                        "SELECT (SELECT COUNT(*) FROM student) + (SELECT COUNT(*) FROM studentwd),"
                                + " (SELECT COUNT(*) FROM student)"));
        assertThat(SchemaSql.rows(module, "SELECT * FROM fees_student WHERE studnum = 100"))
                .containsExactly("100|Nguyen|Núria|H|1|1A|1|Liam Nguyen|600 Rue de l'Église|Prince Albert SK S6V 1A1||"
                        + "parent100@home.example");
        assertThat(SchemaSql.value(module, "SELECT active FROM fees_student WHERE studnum = 121"))
                .isEqualTo("0");
        assertThat(SchemaSql.rows(
                        module, "SELECT studnum FROM fees_enrolment WHERE subject_section = 'Band10-1' ORDER BY 1"))
                .containsExactly("105", "111", "159", "184", "188", "205");
    }

    @Test
    void aStudentInBothTablesCountsOnceAndAsActive() throws Exception {
        var host = withTables();
        host.execute(
                "INSERT INTO student (studnum, lastname) VALUES (1, 'Active'), (2, 'Once'), (NULL, 'New'), (0, 'X')",
                "INSERT INTO studentwd (studnum, lastname) VALUES (1, 'Withdrawn'), (3, 'Gone')");

        ensure(host);

        assertThat(SchemaSql.rows(host, "SELECT studnum, lastname, active FROM fees_student ORDER BY studnum"))
                .containsExactly("1|Active|1", "2|Once|1", "3|Gone|0");
    }

    @Test
    void whatTheHostDoesNotHaveIsEmptyNotNull() throws Exception {
        var host = withTables();
        host.execute("INSERT INTO student (studnum, city1, pcode1) VALUES (1, ' Regina ', 'S4S 0A2')");

        ensure(host);

        assertThat(SchemaSql.value(host, "SELECT * FROM fees_student")).isEqualTo("1||||||1|||Regina S4S 0A2||");
    }

    @Test
    void namesOfLatin1TablesCompareWithNamesInAnyScript() throws Exception {
        var host = withTables();
        host.execute("INSERT INTO student (studnum, lastname) VALUES (1, 'Åström')");

        ensure(host);

        assertThat(SchemaSql.rows(host, "SELECT studnum FROM fees_student WHERE lastname = 'astrom'"))
                .hasSize(1);
        assertThat(SchemaSql.rows(host, "SELECT studnum FROM fees_student WHERE lastname LIKE '王%'"))
                .isEmpty();
    }

    @Test
    void enrolmentHasOneRowAStudentAndSectionWhateverTheTerms() throws Exception {
        var host = withTables();
        host.execute("INSERT INTO eval VALUES (1, 'Bio20-1', 1), (1, 'Bio20-1', 2), (2, 'Bio20-1', 1), (NULL, 'A', 1),"
                + " (1, NULL, 1), (1, ' ', 1)");

        ensure(host);

        assertThat(SchemaSql.rows(host, "SELECT * FROM fees_enrolment ORDER BY studnum"))
                .containsExactly("1|Bio20-1", "2|Bio20-1");
    }

    @Test
    void viewsOfTheSiteAreLeftAsTheyAre() throws Exception {
        var host = TestDatabase.fresh();
        host.execute(
                "CREATE VIEW fees_student AS SELECT 7 AS studnum, 'Own' AS lastname, '' AS firstname, '' AS initial,"
                        + " '' AS grade, '' AS homeroom, 1 AS active, '' AS guardian, '' AS address1, '' AS address2,"
                        + " '' AS address3, '' AS email",
                "CREATE VIEW fees_enrolment AS SELECT 7 AS studnum, 'A' AS subject_section");

        ensure(host);
        ensure(host);

        assertThat(SchemaSql.value(host, "SELECT lastname FROM fees_student")).isEqualTo("Own");
    }

    @Test
    void missingTablesAreNamedWithWhatToDo() {
        var host = TestDatabase.fresh();
        host.execute(
                "CREATE TABLE student (studnum VARCHAR(9), lastname VARCHAR(64), firstname VARCHAR(64), grade INT)");

        assertThatThrownBy(() -> ensure(host))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("no view fees_student")
                .hasMessageContaining("the column student.homeroom")
                .hasMessageContaining("whole numbers in student.studnum")
                .hasMessageContaining("the table studentwd")
                .hasMessageContaining("define the view yourself");

        host.execute(
                "DROP TABLE student", "CREATE TABLE student " + STUDENT, "CREATE TABLE studentwd " + STUDENT, EVAL);
        assertThatCode(() -> ensure(host)).doesNotThrowAnyException();
    }

    @Test
    void aViewThatLacksAColumnIsNamed() {
        var host = withTables();
        host.execute("CREATE VIEW fees_student AS SELECT studnum FROM student");

        assertThatThrownBy(() -> ensure(host))
                .isInstanceOf(NotReadyException.class)
                .hasMessageContaining("The view fees_student cannot be read")
                .hasMessageContaining("lastname");
    }

    @Test
    void theModuleCannotWriteTheHostsTablesThroughTheView() throws Exception {
        var host = withTables();
        host.execute("INSERT INTO student (studnum, lastname) VALUES (1, 'Active')");
        var module = TestDatabase.asFeesUser(host);
        ensure(module);

        assertThatThrownBy(() -> module.execute("UPDATE fees_student SET lastname = 'x'"))
                .isInstanceOf(DatabaseException.class);
        assertThat(SchemaSql.value(host, "SELECT lastname FROM student")).isEqualTo("Active");
    }

    private static Database withTables() {
        var host = TestDatabase.fresh();
        host.execute(TABLES);
        return host;
    }

    private static void ensure(Database database) throws Exception {
        new HostViews(database.dataSource()).ensure();
    }
}
