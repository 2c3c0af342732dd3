package org.openadmin.fees.internal.notes;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.NoteNumber;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.api.notes.TakeDownRequest;
import org.openadmin.fees.api.notes.UnknownNoteException;
import org.openadmin.fees.internal.ledger.AccountQueries;
import org.openadmin.fees.internal.persistence.AuditTrail;
import org.openadmin.fees.internal.persistence.Transactions;
import org.openadmin.fees.spi.AuditedCommand;
import org.openadmin.fees.spi.FeesSettings;
import org.openadmin.fees.spi.SchoolClockReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Notes on accounts. Writing one and taking it down lock the account, so that neither happens twice at once. */
@Component
public final class JpaAccountNotes implements AccountNotes {

    private final Transactions transactions;
    private final AuditTrail audit;
    private final FeesSettings settings;
    private final Clock clock;

    @Activate
    public JpaAccountNotes(
            @Reference Transactions transactions,
            @Reference FeesSettings settings,
            @Reference(target = SchoolClockReference.TARGET) Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
        audit = new AuditTrail(transactions, clock);
    }

    @Override
    public List<AccountNote> of(Actor reader, AccountNumber account) {
        reader.require(Role.VIEW);
        return transactions.read(em -> new NoteStore(em)
                .of(account).stream().filter(note -> isVisible(note, reader)).toList());
    }

    private static boolean isVisible(AccountNote note, Actor reader) {
        return !note.confidential() || reader.may(Role.ADMIN);
    }

    @Override
    public AccountNote add(NoteRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> add(request, command));
    }

    private AccountNote add(NoteRequest request, AuditedCommand command) {
        request.actor().requireEither(Role.BILL, Role.CASHIER, "AccountNotes.add");
        if (request.confidential()) {
            request.actor().require(Role.ADMIN, "AccountNotes.add");
        }
        return audit.once(
                command,
                em -> accounts(em).lock(request.account()),
                em -> answered(em, request),
                em -> {
                    accounts(em).account(request.account());
                    return new NoteStore(em).add(request, now());
                },
                JpaAccountNotes::subject);
    }

    private static Optional<AccountNote> answered(EntityManager em, NoteRequest request) {
        NoteStore notes = new NoteStore(em);
        Optional<AccountNote> written = notes.written(request.key());
        boolean another = written.isPresent()
                ? !isOf(request, written.get())
                : notes.takenDown(request.key()).isPresent();
        if (another) {
            throw new RequestKeyReusedException(request.key());
        }
        return written;
    }

    private static boolean isOf(NoteRequest request, AccountNote note) {
        return note.account().equals(request.account())
                && note.text().equals(request.text())
                && note.confidential() == request.confidential();
    }

    @Override
    public AccountNote takeDown(TakeDownRequest request) {
        AuditedCommand command = AuditedCommand.of(request);
        return audit.attempt(command, () -> takeDown(request, command));
    }

    private AccountNote takeDown(TakeDownRequest request, AuditedCommand command) {
        request.actor().requireEither(Role.BILL, Role.CASHIER, "AccountNotes.takeDown");
        AccountNote note = transactions.read(em -> visible(em, request));
        return audit.once(
                command,
                em -> accounts(em).lock(note.account()),
                em -> answered(em, request),
                em -> new NoteStore(em).takeDown(request, now()),
                JpaAccountNotes::subject);
    }

    /** The note as it is, if it was taken down before by whatever request. */
    private static Optional<AccountNote> answered(EntityManager em, TakeDownRequest request) {
        NoteStore notes = new NoteStore(em);
        NoteNumber number = request.note();
        boolean another = notes.written(request.key()).isPresent()
                || notes.takenDown(request.key())
                        .filter(note -> !note.number().equals(number))
                        .isPresent();
        if (another) {
            throw new RequestKeyReusedException(request.key());
        }
        return notes.find(number).filter(note -> note.takenDown().isPresent());
    }

    private static AccountNote visible(EntityManager em, TakeDownRequest request) {
        return new NoteStore(em)
                .find(request.note())
                .filter(note -> isVisible(note, request.actor()))
                .orElseThrow(() -> new UnknownNoteException(request.note()));
    }

    private static Optional<AuditSubject> subject(AccountNote note) {
        return Optional.of(new AuditSubject(Kind.NOTE, note.number().value()));
    }

    private AccountQueries accounts(EntityManager em) {
        return new AccountQueries(em, settings.current().currency());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
