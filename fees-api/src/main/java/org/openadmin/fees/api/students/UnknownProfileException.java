package org.openadmin.fees.api.students;

import java.io.Serial;
import java.util.List;
import org.openadmin.fees.api.FeesException;

/** A profile that is not configured. */
public final class UnknownProfileException extends FeesException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String profile;
    private final transient List<String> configured;

    public UnknownProfileException(String profile, List<String> configured) {
        super("The profile " + profile + " is not configured. "
                + (configured.isEmpty()
                        ? "There are no profiles."
                        : "Configured: " + String.join(", ", configured) + "."));
        this.profile = profile;
        this.configured = List.copyOf(configured);
    }

    public String profile() {
        return profile;
    }

    /** The names of the configured profiles. */
    public List<String> configured() {
        return configured;
    }
}
