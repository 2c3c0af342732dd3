package org.openadmin.fees.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNote.TakenDown;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.NoteNumber;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.api.notes.TakeDownRequest;
import org.openadmin.fees.api.notes.UnknownNoteException;
import org.openadmin.fees.spi.AuditedCommand;

/** The notes on accounts. */
final class MemoryNotes implements AccountNotes {

    private final MemoryBooks books;
    private final Supplier<Instant> now;
    private final MemoryCalls calls;
    private final MemoryAuditLog audit;
    private final List<AccountNote> notes = new ArrayList<>();

    MemoryNotes(MemoryBooks books, Supplier<Instant> now, MemoryCalls calls, MemoryAuditLog audit) {
        this.books = books;
        this.now = now;
        this.calls = calls;
        this.audit = audit;
    }

    @Override
    public synchronized List<AccountNote> of(Actor reader, AccountNumber account) {
        reader.require(Role.VIEW);
        calls.query(AccountNotes.class);
        return notes.stream()
                .filter(note -> note.account().equals(account) && isVisible(note, reader))
                .sorted(Comparator.comparing(
                                (AccountNote note) -> note.takenDown().isPresent())
                        .thenComparing(AccountNote::number, Comparator.reverseOrder()))
                .toList();
    }

    private static boolean isVisible(AccountNote note, Actor reader) {
        return !note.confidential() || reader.may(Role.ADMIN);
    }

    @Override
    public AccountNote add(NoteRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().requireEither(Role.BILL, Role.CASHIER, "AccountNotes.add");
            if (request.confidential()) {
                request.actor().require(Role.ADMIN);
            }
            List<Object> meaning = List.of(request.account(), request.text(), request.confidential());
            AccountNote written = calls.command(request, request.key(), meaning, AccountNote.class, () -> {
                books.requireKnown(request.account());
                AccountNote note = write(request);
                audit.done(command, Kind.NOTE, note.number().value());
                return note;
            });
            return current(written.number());
        });
    }

    private synchronized AccountNote write(NoteRequest request) {
        AccountNote note = new AccountNote(
                new NoteNumber(notes.size() + 1L),
                request.account(),
                request.text(),
                request.confidential(),
                now.get(),
                request.actor().name(),
                Optional.empty());
        notes.add(note);
        return note;
    }

    @Override
    public AccountNote takeDown(TakeDownRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> {
            request.actor().requireEither(Role.BILL, Role.CASHIER, "AccountNotes.takeDown");
            find(request.note())
                    .filter(note -> isVisible(note, request.actor()))
                    .orElseThrow(() -> new UnknownNoteException(request.note()));
            return calls.command(request, request.key(), request.note(), AccountNote.class, () -> {
                AccountNote before = current(request.note());
                if (before.takenDown().isPresent()) {
                    return before;
                }
                AccountNote after = end(before, request.actor());
                audit.done(command, Kind.NOTE, after.number().value());
                return after;
            });
        });
    }

    private synchronized AccountNote end(AccountNote note, Actor actor) {
        AccountNote ended = new AccountNote(
                note.number(),
                note.account(),
                note.text(),
                note.confidential(),
                note.recordedAt(),
                note.recordedBy(),
                Optional.of(new TakenDown(now.get(), actor.name())));
        notes.set(notes.indexOf(note), ended);
        return ended;
    }

    private AccountNote current(NoteNumber number) {
        return find(number).orElseThrow();
    }

    private synchronized Optional<AccountNote> find(NoteNumber number) {
        return notes.stream().filter(note -> note.number().equals(number)).findFirst();
    }
}
