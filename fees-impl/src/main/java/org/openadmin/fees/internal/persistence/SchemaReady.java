package org.openadmin.fees.internal.persistence;

/**
 * A service that exists while the database is ready: the tables and indexes have the version of this module, and both views of
 * the portal's students exist. Components that use the database reference it, and so exist only while the schema is ready.
 */
public interface SchemaReady {

    /** The number of the last script that ran. */
    int version();
}
