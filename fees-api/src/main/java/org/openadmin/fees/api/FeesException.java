package org.openadmin.fees.api;

import java.io.Serial;

/**
 * The root of everything that this module refuses. Nothing was stored when one of these is thrown, unless its class says
 * otherwise.
 *
 * <p>The message is one English sentence for logs and scripts. A screen makes its own sentence from the type and its fields.
 */
public abstract class FeesException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    protected FeesException(String sentence) {
        super(sentence);
    }

    protected FeesException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
