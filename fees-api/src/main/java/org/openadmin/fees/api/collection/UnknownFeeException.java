package org.openadmin.fees.api.collection;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** A fee that nobody was ever charged, and that is not predefined either. */
public final class UnknownFeeException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String fee;
    private final transient List<String> nearest;

    /** @param nearest the most similar names, the best first */
    public UnknownFeeException(String fee, List<String> nearest) {
        super("There is no fee " + fee + "."
                + (nearest.isEmpty() ? "" : " The nearest: " + String.join(", ", nearest) + "."));
        this.fee = fee;
        this.nearest = List.copyOf(nearest);
    }

    /** The name as it was entered. */
    public String fee() {
        return fee;
    }

    /** The most similar names, the best first; at most three. */
    public List<String> nearest() {
        return nearest;
    }
}
