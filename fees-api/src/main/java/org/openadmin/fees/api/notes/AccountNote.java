package org.openadmin.fees.api.notes;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;

/**
 * A note on an account. It is never changed or deleted: a note that no longer applies is taken down, and remains among the
 * earlier ones.
 *
 * @param text one line
 * @param confidential whether only administrators see it
 * @param takenDown when and by whom it was taken down; empty for a note that applies
 */
public record AccountNote(
        NoteNumber number,
        AccountNumber account,
        String text,
        boolean confidential,
        Instant recordedAt,
        String recordedBy,
        Optional<TakenDown> takenDown) {

    /** When a note was taken down, and by which user. */
    public record TakenDown(Instant at, String by) {

        public TakenDown {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(by, "by");
        }
    }

    public AccountNote {
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(recordedAt, "recordedAt");
        Objects.requireNonNull(recordedBy, "recordedBy");
        Objects.requireNonNull(takenDown, "takenDown");
    }
}
