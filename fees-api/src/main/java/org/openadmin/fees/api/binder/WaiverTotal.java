package org.openadmin.fees.api.binder;

import java.util.Objects;
import org.openadmin.fees.api.Money;

/**
 * The waivers of a period with the same reason.
 *
 * @param reason empty if the reader may not see it
 * @param waived what was waived; zero or more
 */
public record WaiverTotal(String reason, long count, Money waived) {

    public WaiverTotal {
        Objects.requireNonNull(reason, "reason");
    }
}
