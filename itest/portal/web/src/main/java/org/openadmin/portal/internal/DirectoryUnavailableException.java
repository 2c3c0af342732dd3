package org.openadmin.portal.internal;

import java.io.Serial;

/** There is no database, or it does not respond. */
final class DirectoryUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DirectoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
