package org.openadmin.fees.api.binder;

import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.journal.JournalEntry;

/**
 * A correction of the period, beside what it corrects.
 *
 * @param correction a reversal, waiver, void or refund; its description is the reason, which is empty for a waiver if the reader may
 *     not see it
 * @param original the row that it corrects; empty for a refund
 * @param returned whether it is the void of a payment that the bank returned
 */
public record CorrectionLine(JournalEntry correction, Optional<JournalEntry> original, boolean returned) {

    public CorrectionLine {
        Objects.requireNonNull(correction, "correction");
        Objects.requireNonNull(original, "original");
    }
}
