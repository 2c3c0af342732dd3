package org.openadmin.fees.api.binder;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.journal.ReasonCode;

/**
 * The waivers of a period with the same reason code and the same reason in words.
 *
 * @param code the school's code; empty if the waivers have none, or the reader may not see it
 * @param reason the words; empty if there are none, or the reader may not see them
 * @param waived what was waived; zero or more
 */
public record WaiverTotal(Optional<ReasonCode> code, String reason, long count, Money waived) {

    public WaiverTotal {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(reason, "reason");
    }
}
