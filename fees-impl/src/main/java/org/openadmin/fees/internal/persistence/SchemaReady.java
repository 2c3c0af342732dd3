package org.openadmin.fees.internal.persistence;

/**
 * A service that exists while the database is ready: tables and indexes at the version of this module, and both views of the
 * host's students there. Whatever reads or writes the database references it, and so exists only on a ready schema.
 */
public interface SchemaReady {

    /** The number of the last script that ran. */
    int version();
}
