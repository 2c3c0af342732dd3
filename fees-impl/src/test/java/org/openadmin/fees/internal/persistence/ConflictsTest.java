package org.openadmin.fees.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.persistence.PersistenceException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;

/** A long command that loses against many short ones is repeated more often than one whose attempts fail otherwise. */
class ConflictsTest {

    private static final SQLException CONFLICT = new SQLException("Deadlock found", "40001", 1213);
    private static final SQLException DUPLICATE = new SQLException("Duplicate entry", "23000", 1062);

    private int attempts;

    @Test
    void aCommandThatLosesThirtyTimesIsDone() {
        assertThat(failing(CONFLICT, 30).<String>write(em -> "done")).isEqualTo("done");
        assertThat(attempts).isEqualTo(31);
    }

    @Test
    void otherFailuresAreRepeatedAFewTimes() {
        StorageException failure = catchThrowableOfType(
                StorageException.class, () -> failing(DUPLICATE, 30).write(em -> "done"));

        assertThat(failure.outcome()).isEqualTo(Outcome.ATTEMPT_NOT_STORED);
        assertThat(attempts).isEqualTo(8);
    }

    private Transactions failing(SQLException failure, int times) {
        JpaTemplate template = (JpaTemplate) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JpaTemplate.class}, (proxy, method, arguments) -> {
                    if (++attempts <= times) {
                        throw new PersistenceException(failure);
                    }
                    return ((EmFunction<?>) arguments[0]).apply(null);
                });
        return new Transactions(template, () -> 1);
    }
}
