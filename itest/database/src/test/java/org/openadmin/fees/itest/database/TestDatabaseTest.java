package org.openadmin.fees.itest.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class TestDatabaseTest {

    @Test
    void eachDatabaseIsItsOwn() {
        var one = TestDatabase.fresh();
        var other = TestDatabase.fresh();

        one.execute("CREATE TABLE thing (id INT)");

        assertThat(one.name()).isNotEqualTo(other.name());
        assertThatThrownBy(() -> other.execute("SELECT * FROM thing")).isInstanceOf(DatabaseException.class);
    }

    @Test
    void namesInEveryScriptComeBackAsTheyWent() throws SQLException {
        var database = TestDatabase.fresh();
        database.execute("CREATE TABLE person (name VARCHAR(64))", "INSERT INTO person VALUES ('Nguyễn Тарас 王小明 𝄞')");

        try (var connection = database.dataSource().getConnection();
                var rows = connection.createStatement().executeQuery("SELECT name FROM person")) {
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("Nguyễn Тарас 王小明 𝄞");
        }
    }

    @Test
    void theModulesUserReadsTheHostsTablesAndWritesOnlyItsOwn() {
        var host = TestDatabase.fresh();
        host.execute("CREATE TABLE student (studnum INT)", "INSERT INTO student VALUES (100)");

        var module = TestDatabase.asFeesUser(host);

        assertThatCode(() -> module.execute(
                        "CREATE VIEW IF NOT EXISTS fees_student AS SELECT studnum FROM student",
                        "CREATE TABLE fees_jrl (id INT PRIMARY KEY)",
                        "INSERT INTO fees_jrl SELECT studnum FROM fees_student",
                        "UPDATE fees_jrl SET id = 101",
                        "CREATE INDEX fees_jrl_id ON fees_jrl (id)"))
                .doesNotThrowAnyException();
        for (var forbidden : new String[] {
            "INSERT INTO student VALUES (101)",
            "UPDATE student SET studnum = 1",
            "DELETE FROM student",
            "DROP TABLE student",
            "ALTER TABLE student ADD COLUMN fees INT",
            "DELETE FROM fees_jrl",
            "DROP TABLE fees_jrl",
            "TRUNCATE TABLE fees_jrl"
        }) {
            assertThatThrownBy(() -> module.execute(forbidden))
                    .as(forbidden)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void theModulesUserMayAdoptATableOfAnOldSystem() {
        var host = TestDatabase.fresh();
        host.execute("CREATE TABLE fees_predefined (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(16), amount DOUBLE)"
                + " ENGINE=MyISAM DEFAULT CHARSET=latin1");

        var module = TestDatabase.asFeesUser(host);

        assertThatCode(() -> module.execute(
                        "ALTER TABLE fees_predefined ENGINE=InnoDB",
                        "ALTER TABLE fees_predefined CONVERT TO CHARACTER SET utf8mb4",
                        "ALTER TABLE fees_predefined MODIFY amount DECIMAL(10,2), ADD COLUMN IF NOT EXISTS note TEXT",
                        "DELETE FROM fees_predefined"))
                .doesNotThrowAnyException();
    }
}
