package org.openadmin.fees.api;

import java.io.Serial;

/**
 * The root of the exceptions that this module throws. When one is thrown, nothing has been stored, unless the Javadoc
 * of its class or of the method states otherwise.
 *
 * <p>The message is one English sentence for logs. What users read is made from the type and its fields. It can contain what was
 * entered, so invisible characters are replaced by their codes: a line break would start a line of the log.
 */
public abstract class FeesException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    protected FeesException(String sentence) {
        super(VisibleText.of(sentence));
    }

    protected FeesException(String sentence, Throwable cause) {
        super(VisibleText.of(sentence), cause);
    }
}
