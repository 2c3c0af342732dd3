package org.openadmin.fees.api.billing;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** These taxes are not configured. */
public final class UnknownTaxException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> taxes;
    private final transient List<String> configured;

    public UnknownTaxException(List<String> taxes, List<String> configured) {
        super("The tax " + String.join(", ", taxes) + " is not configured. "
                + (configured.isEmpty()
                        ? "There are no taxes."
                        : "Configured: " + String.join(", ", configured) + "."));
        this.taxes = List.copyOf(taxes);
        this.configured = List.copyOf(configured);
    }

    /** The short names that are not configured. */
    public List<String> taxes() {
        return taxes;
    }

    /** The short names of the configured taxes. */
    public List<String> configured() {
        return configured;
    }
}
