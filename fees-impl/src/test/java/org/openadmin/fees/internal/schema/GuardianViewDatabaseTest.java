package org.openadmin.fees.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.TestDatabase;
import org.openadmin.fees.itest.school.HostTables;

/** The parents' page is offered where the site has the view of parents, and can be read. */
class GuardianViewDatabaseTest {

    @Test
    void aSiteWithTheViewHasAPageForParents() throws Exception {
        assertThat(hasGuardians(school())).isTrue();
    }

    @Test
    void aSiteWithoutTheViewHasNone() throws Exception {
        Database school = school();
        school.execute("DROP VIEW fees_guardian");

        assertThat(hasGuardians(school)).isFalse();
    }

    @Test
    void aViewThatCannotBeReadCountsAsNoneAndTheOfficeWorks() throws Exception {
        Database school = school();
        school.execute(
                "CREATE OR REPLACE VIEW fees_guardian AS SELECT login AS user_name, studnum FROM guardian_login");
        assertThat(hasGuardians(school)).isFalse();

        school.execute(
                "CREATE OR REPLACE VIEW fees_guardian AS SELECT login, studnum FROM guardian_login",
                "DROP TABLE guardian_login");
        assertThat(hasGuardians(school)).isFalse();
    }

    private static boolean hasGuardians(Database school) throws Exception {
        Schema schema = new Schema(TestDatabase.asFeesUser(school).dataSource());
        assertThat(schema.prepare()).isPositive();
        return schema.hasGuardians();
    }

    private static Database school() throws SQLException {
        Database school = TestDatabase.fresh();
        try (Connection connection = school.connect()) {
            HostTables.create(connection);
        }
        return school;
    }
}
