package org.openadmin.fees.internal.billing;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.billing.BatchNumber;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The members of a group who are not to be charged, in the table fees_dismissed. */
final class DismissedStore {

    private final EntityManager em;

    DismissedStore(EntityManager em) {
        this.em = em;
    }

    Set<StudentNumber> of(BatchNumber batch) {
        return Sql.of("SELECT studnum FROM fees_dismissed WHERE batch_id = :batch")
                .with("batch", batch.value())
                .numbers(em)
                .stream()
                .map(StudentNumber::new)
                .collect(Collectors.toSet());
    }

    /** Whether a request with this key dismissed students of this assessment; empty if it dismissed nobody. */
    Optional<Boolean> isOf(RequestKey key, BatchNumber batch) {
        return Sql.of("SELECT DISTINCT batch_id FROM fees_dismissed WHERE request_key = :key")
                .with("key", key.toString())
                .numbers(em)
                .stream()
                .map(number -> number == batch.value())
                .findFirst();
    }

    /** Adds those students who were not dismissed before. */
    void add(
            BatchNumber batch,
            Collection<StudentNumber> students,
            String reason,
            Optional<RequestKey> key,
            Actor by,
            Instant now) {
        String numbers = students.stream().map(StudentNumber::toString).collect(Collectors.joining(",", "[", "]"));
        Sql.of("""
                INSERT IGNORE INTO fees_dismissed (batch_id, studnum, reason, request_key, recorded_at, recorded_by)
                SELECT :batch, s.studnum, :reason, :key, :recorded_at, :recorded_by
                FROM JSON_TABLE(:students, '$[*]' COLUMNS (studnum INT PATH '$')) s
                """)
                .with("batch", batch.value())
                .with("reason", reason)
                .with("key", key.map(RequestKey::toString).orElse(null))
                .with("recorded_at", UtcTimestamp.text(now))
                .with("recorded_by", by.name())
                .with("students", numbers)
                .update(em);
    }
}
