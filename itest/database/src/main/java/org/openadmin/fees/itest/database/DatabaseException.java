package org.openadmin.fees.itest.database;

/** The database cannot be used. The message is a sentence for the person who started the program. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
