package org.openadmin.fees.spi;

/**
 * Constants to reference the school's clock: a service of the type {@link java.time.Clock} in the school's time zone,
 * so that every page, command and document has the same current date.
 */
public final class SchoolClockReference {

    /** The target filter of the reference. */
    public static final String TARGET = "(" + SchoolClockReference.PROPERTY + ")";

    /** The service property that the filter matches. */
    public static final String PROPERTY = "fees.clock=school";

    private SchoolClockReference() {}
}
