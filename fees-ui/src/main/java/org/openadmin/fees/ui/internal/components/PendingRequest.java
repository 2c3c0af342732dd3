package org.openadmin.fees.ui.internal.components;

import java.util.Optional;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.ui.internal.i18n.ErrorMessages;

/**
 * The request of a form that may have been stored but has no answer yet. Until it has one, the form may only send the same
 * request again, with the same key.
 */
public final class PendingRequest<T> {

    private T request;

    public boolean isPending() {
        return request != null;
    }

    public Optional<T> get() {
        return Optional.ofNullable(request);
    }

    /** Ends the wait: the request has been answered. */
    public void answered() {
        request = null;
    }

    /**
     * Keeps the request if it may have been stored. If an earlier attempt may have been, the failure of a later one proves
     * nothing unless the database has looked up the key.
     *
     * @return the failure to report, which is true of all attempts so far
     */
    public RuntimeException failed(T sent, RuntimeException failure) {
        RuntimeException ofAll =
                isPending() && failure instanceof StorageException storage ? storage.ofRepeatedRequest() : failure;
        request = ErrorMessages.isOutcomeUnknown(ofAll) ? sent : null;
        return ofAll;
    }
}
