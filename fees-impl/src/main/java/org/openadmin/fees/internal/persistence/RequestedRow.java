package org.openadmin.fees.internal.persistence;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.MappedSuperclass;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;

/** A row that a request added: who made the request, and when. A unique index of each table serves the key. */
@MappedSuperclass
public abstract class RequestedRow {

    @Column(name = "request_key", updatable = false)
    private String requestKey;

    @Column(name = "recorded_at", updatable = false)
    private String recordedAt;

    @Column(name = "recorded_by", updatable = false)
    private String recordedBy;

    /** Sets the columns of a new row. */
    public final void requested(RequestKey key, Actor actor, Instant now) {
        requestKey = key.toString();
        recordedAt = UtcTimestamp.text(now);
        recordedBy = actor.name();
    }

    protected final Instant recordedAt() {
        return UtcTimestamp.instant(recordedAt);
    }

    protected final String recordedBy() {
        return recordedBy;
    }
}
