package org.openadmin.fees.api.notes;

import java.util.Objects;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/** A request to take down a note that no longer applies. */
public record TakeDownRequest(RequestKey key, Actor actor, NoteNumber note) {

    public TakeDownRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(actor, "actor");
        Objects.requireNonNull(note, "note");
    }
}
