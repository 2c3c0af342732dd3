package org.openadmin.fees.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import javax.persistence.PersistenceException;
import javax.persistence.RollbackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openadmin.fees.internal.persistence.SqlFailures.Failure;

class SqlFailuresTest {

    @ParameterizedTest(name = "{4}: {0} {1} is {2} within a transaction, {3} at its commit")
    @CsvSource({
        "40001, 1213, AGAIN,   AGAIN,   deadlock or conflict between nodes",
        "40001, 0,    AGAIN,   AGAIN,   serialization failure",
        "HY000, 1205, AGAIN,   AGAIN,   lock wait timeout",
        "HY000, 1020, AGAIN,   AGAIN,   record changed",
        "23000, 1062, AGAIN,   AGAIN,   duplicate key",
        "HY000, 1467, AGAIN,   AGAIN,   number of a row not read",
        "08000, 0,    UNKNOWN, UNKNOWN, connection lost",
        "08S01, 1159, UNKNOWN, UNKNOWN, read timeout",
        "25S03, 0,    UNKNOWN, UNKNOWN, connection lost within a transaction",
        "08S01, 1047, UNKNOWN, UNKNOWN, node not ready",
        "HY000, 1047, UNKNOWN, UNKNOWN, node not ready",
        "42000, 1064, FINAL,   UNKNOWN, syntax error",
        "22003, 1264, FINAL,   UNKNOWN, value out of range",
        "70100, 1317, FINAL,   UNKNOWN, query killed",
        "    ,  0,    FINAL,   UNKNOWN, no SQL state"
    })
    void classifiesByStateAndCode(String state, int code, Failure within, Failure atCommit, String name) {
        SQLException failure = new SQLException(name, state, code);

        assertThat(SqlFailures.classify(new PersistenceException(failure))).isEqualTo(within);
        assertThat(SqlFailures.classify(new RollbackException(new PersistenceException(failure))))
                .isEqualTo(atCommit);
    }

    @Test
    void doesNotWaitTwiceForAConnectionThatThePoolDoesNotHave() {
        SQLException failure = new SQLTransientConnectionException("no connection within 30 s", "08001", 0);

        assertThat(SqlFailures.classify(new PersistenceException(failure))).isEqualTo(Failure.FINAL);
    }

    @Test
    void doesNotRepeatAFailureThatIsNotOfTheDatabase() {
        assertThat(SqlFailures.classify(new IllegalStateException("a fault in the program")))
                .isEqualTo(Failure.FINAL);
        assertThat(SqlFailures.classify(new RollbackException(new IllegalStateException("a fault in the program"))))
                .isEqualTo(Failure.FINAL);
    }
}
