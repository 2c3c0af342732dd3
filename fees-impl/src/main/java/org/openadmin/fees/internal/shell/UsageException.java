package org.openadmin.fees.internal.shell;

import java.io.Serial;

/** A command that cannot be carried out as it was typed, or not here. It names its sentence, whatever the language. */
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

    /** The value, when there is one. */
    static String required(String option, String value) {
        if (value == null) {
            throw new UsageException("usage.option-missing", option);
        }
        return value;
    }

    /** Of the sentence in {@link ShellMessages}. */
    String key() {
        return key;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
