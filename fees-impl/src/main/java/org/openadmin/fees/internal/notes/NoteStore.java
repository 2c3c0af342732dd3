package org.openadmin.fees.internal.notes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNote.TakenDown;
import org.openadmin.fees.api.notes.NoteNumber;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.api.notes.TakeDownRequest;
import org.openadmin.fees.internal.persistence.Row;
import org.openadmin.fees.internal.persistence.Sql;
import org.openadmin.fees.internal.persistence.UtcTimestamp;

/** The notes, in the tables fees_note and fees_note_end. */
final class NoteStore {

    private final EntityManager em;

    NoteStore(EntityManager em) {
        this.em = em;
    }

    /** Newest first, and those that were taken down last. Served by the index fees_note_student. */
    List<AccountNote> of(AccountNumber account) {
        return select(Sql.of("n.studnum = :account ORDER BY e.note_id IS NOT NULL, n.id DESC")
                .with("account", account.journalNumber()));
    }

    Optional<AccountNote> find(NoteNumber number) {
        return first(Sql.of("n.id = :number").with("number", number.value()));
    }

    /** The note that a request with this key wrote. */
    Optional<AccountNote> written(RequestKey key) {
        return first(Sql.of("n.request_key = :key").with("key", key.toString()));
    }

    /** The note that a request with this key took down. */
    Optional<AccountNote> takenDown(RequestKey key) {
        return first(Sql.of("e.request_key = :key").with("key", key.toString()));
    }

    private Optional<AccountNote> first(Sql where) {
        return select(where).stream().findFirst();
    }

    private List<AccountNote> select(Sql where) {
        return Sql.of("""
                SELECT n.id, n.studnum, n.note, n.confidential, n.recorded_at, n.recorded_by,
                  e.recorded_at AS ended_at, e.recorded_by AS ended_by
                FROM fees_note n LEFT JOIN fees_note_end e ON e.note_id = n.id
                WHERE {where}
                """).part("where", where).rows(em).stream()
                .map(NoteStore::note)
                .toList();
    }

    private static AccountNote note(Row row) {
        return new AccountNote(
                new NoteNumber(row.number("id")),
                AccountNumber.ofJournal(row.integer("studnum")),
                row.text("note"),
                row.flag("confidential"),
                UtcTimestamp.instant(row.text("recorded_at")),
                row.text("recorded_by"),
                row.isNull("ended_at")
                        ? Optional.empty()
                        : Optional.of(new TakenDown(UtcTimestamp.instant(row.text("ended_at")), row.text("ended_by"))));
    }

    AccountNote add(NoteRequest request, Instant now) {
        int id = Sql.of("""
                INSERT INTO fees_note (studnum, note, confidential, request_key, recorded_at, recorded_by)
                VALUES (:account, :note, :confidential, :key, :now, :user)
                RETURNING id
                """)
                .with("account", request.account().journalNumber())
                .with("note", request.text())
                .with("confidential", request.confidential())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .count(em);
        return find(new NoteNumber(id)).orElseThrow();
    }

    AccountNote takeDown(TakeDownRequest request, Instant now) {
        Sql.of("""
                INSERT INTO fees_note_end (note_id, request_key, recorded_at, recorded_by)
                VALUES (:note, :key, :now, :user)
                """)
                .with("note", request.note().value())
                .with("key", request.key().toString())
                .with("now", UtcTimestamp.text(now))
                .with("user", request.actor().name())
                .update(em);
        return find(request.note()).orElseThrow();
    }
}
