package org.openadmin.fees.itest.container;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.ProbeBuilder;
import org.ops4j.pax.exam.TestProbeBuilder;
import org.ops4j.pax.exam.junit.PaxExam;
import org.osgi.framework.Constants;

/** The base of the container tests. Fields with {@code @Inject} receive services. */
@RunWith(PaxExam.class)
public abstract class ContainerTestBase {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** Allows the tests to import the package that only the module's own bundles share. */
    @ProbeBuilder
    public TestProbeBuilder importAll(TestProbeBuilder probe) {
        return probe.setHeader(Constants.DYNAMICIMPORT_PACKAGE, "org.openadmin.fees.spi;fees=internal,*");
    }

    /** Waits for a condition and returns whether it was met in time. */
    static boolean eventually(BooleanSupplier condition) {
        Instant end = Instant.now().plus(TIMEOUT);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        return true;
    }
}
