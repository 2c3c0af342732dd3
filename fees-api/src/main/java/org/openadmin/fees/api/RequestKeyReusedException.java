package org.openadmin.fees.api;

import java.io.Serial;

/** A request key was sent again with a different request. The effect of the first request is unchanged. */
public final class RequestKeyReusedException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient RequestKey key;

    public RequestKeyReusedException(RequestKey key) {
        super("The request key " + key + " has already been used for something else. Use a new key.");
        this.key = key;
    }

    public RequestKey key() {
        return key;
    }
}
