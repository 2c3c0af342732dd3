package org.openadmin.portal.internal;

import java.io.Serial;

/** The school's database does not answer, or there is none. */
final class DirectoryUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DirectoryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
