package org.openadmin.fees.internal.schema;

/** Published once the tables and the host's views are there; the services that need them wait for it. */
public interface SchemaReady {

    /** The number of the last script that was applied. */
    int version();
}
