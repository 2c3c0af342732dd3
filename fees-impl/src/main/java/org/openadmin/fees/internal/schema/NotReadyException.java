package org.openadmin.fees.internal.schema;

import java.io.Serial;

/**
 * The database cannot be made ready now. The message is a sentence for the log with the action that an administrator must take.
 */
public final class NotReadyException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    NotReadyException(String sentence) {
        super(sentence);
    }
}
