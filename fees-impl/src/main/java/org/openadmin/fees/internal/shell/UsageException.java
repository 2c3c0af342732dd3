package org.openadmin.fees.internal.shell;

import java.io.Serial;

/**
 * A command that cannot be run as entered, or not in the current state of the portal. Holds the key of the message,
 * which does not depend on the language.
 */
final class UsageException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    UsageException(String key, Object... arguments) {
        this((Throwable) null, key, arguments);
    }

    UsageException(Throwable cause, String key, Object... arguments) {
        super(key, cause);
        this.key = key;
        this.arguments = arguments.clone();
    }

    /**
     * Returns the value of a required option.
     *
     * @throws UsageException if it is missing
     */
    static String required(String option, String value) {
        if (value == null) {
            throw new UsageException("usage.option-missing", option);
        }
        return value;
    }

    /** The key of the message in {@link ShellMessages}. */
    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
