package org.openadmin.fees.spi;

/**
 * How to reference the school's clock: a service of the type {@link java.time.Clock} whose zone is the school's, so that today is
 * the same day on every page, command and document.
 */
public final class SchoolClock {

    /** The target of the reference. */
    public static final String TARGET = "(" + SchoolClock.PROPERTY + ")";

    /** The property of the service. */
    public static final String PROPERTY = "fees.clock=school";

    private SchoolClock() {}
}
