package org.openadmin.fees.api.corrections;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** A waiver without a reason code although the school has configured some, or with one that it has not. */
public final class UnknownReasonCodeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<String> configured;

    /** @param code empty if none was given */
    public UnknownReasonCodeException(String code, List<String> configured) {
        super("The reason code \"" + code + "\" is not configured. Configured: " + String.join(", ", configured));
        this.code = code;
        this.configured = List.copyOf(configured);
    }

    /** The code; empty if none was given. */
    public String code() {
        return code;
    }

    /** The configured codes, in their order; empty if there are none. */
    public List<String> configured() {
        return configured;
    }
}
