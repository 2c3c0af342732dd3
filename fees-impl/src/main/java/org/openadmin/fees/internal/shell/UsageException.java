package org.openadmin.fees.internal.shell;

import java.io.Serial;

/** A command that cannot be carried out as it was typed, or not here. The message is one sentence for the one who typed it. */
final class UsageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UsageException(String sentence) {
        super(sentence);
    }

    UsageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The value, when there is one. */
    static String required(String option, String value) {
        if (value == null) {
            throw new UsageException("The option " + option + " is missing.");
        }
        return value;
    }
}
