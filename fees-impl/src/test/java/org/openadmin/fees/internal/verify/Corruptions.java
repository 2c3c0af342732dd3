package org.openadmin.fees.internal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.provider.Arguments;
import org.openadmin.fees.internal.schema.MigratedDatabase;
import org.openadmin.fees.itest.database.Database;
import org.openadmin.fees.itest.database.TestDatabase;

/** What the tests of the checks share: a school without a journal, rows that are corrupted, and the fault that is expected then. */
final class Corruptions {

    private Corruptions() {}

    /** @param students the numbers of the students, in SQL, such as {@code (100), (101)} */
    static Database school(String students) {
        Database database = TestDatabase.fresh();
        database.execute(
                "CREATE TABLE student (studnum INT, lastname VARCHAR(9), firstname VARCHAR(9), grade VARCHAR(9), homeroom"
                        + " VARCHAR(9))",
                "CREATE TABLE studentwd LIKE student",
                "CREATE TABLE eval (studnum INT, subjcode VARCHAR(9))",
                "INSERT INTO student (studnum) VALUES " + students);
        MigratedDatabase.to(database);
        return database;
    }

    /** @param statements what corrupts the journal */
    static Arguments corruption(String check, String subject, String... statements) {
        return Arguments.of(check, subject, false, List.of(statements));
    }

    /** A corruption that an older program may have left. */
    static Arguments inherited(String check, String subject, String... statements) {
        return Arguments.of(check, subject, true, List.of(statements));
    }

    /** The check names the row, with what was found and what was expected. */
    static void assertNamed(JournalVerification verification, String check, String subject, boolean inherited) {
        InvariantQuery query = InvariantQuery.all().stream()
                .filter(each -> each.name().equals(check))
                .findFirst()
                .orElseThrow();
        assertThat(verification.faults(query)).anySatisfy(fault -> {
            assertThat(fault.invariant()).isEqualTo(query.invariant());
            assertThat(fault.subject()).isEqualTo(subject);
            assertThat(fault.found()).isNotBlank();
            assertThat(fault.expected()).isNotBlank();
            assertThat(fault.inherited()).isEqualTo(inherited);
        });
    }
}
