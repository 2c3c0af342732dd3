package org.openadmin.fees.internal.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Optional;
import javax.persistence.RollbackException;
import org.apache.aries.jpa.template.EmFunction;
import org.apache.aries.jpa.template.JpaTemplate;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.billing.PredefinedFeeId;
import org.openadmin.fees.api.billing.UnknownPredefinedFeeException;

/** The answer of the first attempt is lost, and the second is refused: only where the first was certainly not stored is that true. */
class RefusedAfterLostAnswerTest {

    private static final UnknownPredefinedFeeException GONE = new UnknownPredefinedFeeException(new PredefinedFeeId(7));

    private int attempts;
    private final Transactions transactions = new Transactions(template(), () -> 1);

    @Test
    void withoutAKeyTheOutcomeIsUnknown() {
        StorageException failure = catchThrowableOfType(
                StorageException.class,
                () -> transactions.write(em -> {
                    throw GONE;
                }));

        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(attempts).isEqualTo(2);
    }

    @Test
    void whereTheKeyIsAbsentItIsRefused() {
        assertThat(catchThrowable(() -> transactions.writeOnce(em -> {}, em -> Optional.empty(), em -> {
                    throw GONE;
                })))
                .isSameAs(GONE);
    }

    @Test
    void aRefusalAtTheFirstAttemptIsOne() {
        attempts = 1;

        assertThat(catchThrowable(() -> transactions.write(em -> {
                    throw GONE;
                })))
                .isSameAs(GONE);
    }

    /** The commit of the first attempt is not answered. */
    private JpaTemplate template() {
        return (JpaTemplate) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {JpaTemplate.class}, (proxy, method, arguments) -> {
                    if (++attempts == 1) {
                        throw new RollbackException(new SQLException("lost", "08000"));
                    }
                    return ((EmFunction<?>) arguments[0]).apply(null);
                });
    }
}
