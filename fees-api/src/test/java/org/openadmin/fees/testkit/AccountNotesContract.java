package org.openadmin.fees.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.testkit.Kit.ADMIN;
import static org.openadmin.fees.testkit.Kit.CASHIER;
import static org.openadmin.fees.testkit.Kit.CLERK;
import static org.openadmin.fees.testkit.Kit.NOBODY;
import static org.openadmin.fees.testkit.Kit.VIEWER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openadmin.fees.api.Actor;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.InvalidInputException.Field;
import org.openadmin.fees.api.InvalidInputException.Problem;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.RequestKeyReusedException;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.UnknownStudentException;
import org.openadmin.fees.api.audit.AuditEntry;
import org.openadmin.fees.api.audit.AuditOperation;
import org.openadmin.fees.api.audit.AuditOutcome;
import org.openadmin.fees.api.audit.AuditQuery;
import org.openadmin.fees.api.audit.AuditSubject;
import org.openadmin.fees.api.audit.AuditSubject.Kind;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNote.TakenDown;
import org.openadmin.fees.api.notes.NoteNumber;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.api.notes.TakeDownRequest;
import org.openadmin.fees.api.notes.UnknownNoteException;

/** What {@link org.openadmin.fees.api.notes.AccountNotes} promises. */
public abstract class AccountNotesContract extends OfficeContract {

    private static final NoteNumber MISSING = new NoteNumber(999_999);

    @Test
    void aNoteIsReadWithWhoWroteItAndWhen() {
        StudentNumber student = student();

        AccountNote note = note(CASHIER, student, " Promised to pay on Friday ");

        assertThat(note.text()).isEqualTo("Promised to pay on Friday");
        assertThat(note.account()).isEqualTo(student);
        assertThat(note.recordedBy()).isEqualTo("cashier");
        assertThat(note.recordedAt()).isBeforeOrEqualTo(Kit.CLOCK.instant());
        assertThat(note.confidential()).isFalse();
        assertThat(note.takenDown()).isEmpty();
        assertThat(of(VIEWER, student)).containsExactly(note);
        assertThat(of(VIEWER, student())).isEmpty();
    }

    @Test
    void notesAreReadNewestFirstAndThoseTakenDownLast() {
        StudentNumber student = student();
        AccountNote first = note(CLERK, student, "Second address: 1 Elm Street");
        AccountNote wrong = note(CLERK, student, "Pays by cheque");
        AccountNote last = note(CASHIER, student, "Speaks French");

        AccountNote ended = takeDown(CASHIER, wrong);

        assertThat(of(VIEWER, student)).containsExactly(last, first, ended);
        assertThat(ended.takenDown().map(TakenDown::by)).contains("cashier");
        assertThat(ended.takenDown().orElseThrow().at()).isAfterOrEqualTo(wrong.recordedAt());
        assertThat(ended.text()).isEqualTo(wrong.text());
        assertThat(ended.recordedBy()).isEqualTo("clerk");
    }

    @Test
    void confidentialNotesAreForAdministrators() {
        StudentNumber student = student();
        AccountNote plain = note(CLERK, student, "Ring after four");
        NoteRequest secret = new NoteRequest(RequestKey.fresh(), ADMIN, student, "Family in hardship", true);

        AccountNote hidden = office.notes().add(secret);

        assertThat(of(ADMIN, student)).containsExactly(hidden, plain);
        assertThat(of(VIEWER, student)).containsExactly(plain);
        assertThat(of(CASHIER, student)).containsExactly(plain);
        assertNeeds(Role.ADMIN, () -> office.notes()
                .add(new NoteRequest(RequestKey.fresh(), CLERK, student, "Hardship", true)));
        assertThat(refusal(UnknownNoteException.class, () -> takeDown(CLERK, hidden))
                        .number())
                .isEqualTo(hidden.number());
        assertThat(takeDown(ADMIN, hidden).takenDown()).isPresent();
    }

    @Test
    void writingNeedsARoleThatChangesSomethingAndReadingAny() {
        StudentNumber student = student();
        AccountNote note = note(CLERK, student, "Moved");

        assertNeeds(Role.CASHIER, () -> note(VIEWER, student, "Moved"));
        assertNeeds(Role.CASHIER, () -> takeDown(VIEWER, note));
        assertNeeds(Role.VIEW, () -> of(NOBODY, student));
    }

    @Test
    void theSameRequestIsWrittenOnce() {
        StudentNumber student = student();
        NoteRequest request = new NoteRequest(RequestKey.fresh(), CLERK, student, "Twins", false);

        AccountNote note = office.notes().add(request);

        assertThat(office.notes().add(request)).isEqualTo(note);
        assertThat(of(VIEWER, student)).containsExactly(note);
        refusal(RequestKeyReusedException.class, () -> office.notes()
                .add(new NoteRequest(request.key(), CLERK, student, "Twins, one left", false)));
        refusal(RequestKeyReusedException.class, () -> office.notes()
                .takeDown(new TakeDownRequest(request.key(), CLERK, note.number())));
    }

    @Test
    void aNoteIsTakenDownOnce() {
        AccountNote note = note(CLERK, student(), "Twins");
        TakeDownRequest request = new TakeDownRequest(RequestKey.fresh(), CLERK, note.number());

        AccountNote ended = office.notes().takeDown(request);

        assertThat(office.notes().takeDown(request)).isEqualTo(ended);
        assertThat(takeDown(CASHIER, note)).isEqualTo(ended);
        refusal(RequestKeyReusedException.class, () -> office.notes()
                .add(new NoteRequest(request.key(), CLERK, note.account(), "Twins", false)));
        AccountNote other = note(CLERK, student(), "Other");
        refusal(RequestKeyReusedException.class, () -> office.notes()
                .takeDown(new TakeDownRequest(request.key(), CLERK, other.number())));
    }

    @Test
    void whatDoesNotExistIsRefused() {
        assertThat(refusal(UnknownStudentException.class, () -> note(CLERK, STRANGER, "Hello"))
                        .students())
                .containsExactly(STRANGER);
        refusal(UnknownNoteException.class, () -> office.notes()
                .takeDown(new TakeDownRequest(RequestKey.fresh(), CLERK, MISSING)));
        assertThat(of(VIEWER, STRANGER)).isEmpty();
    }

    @Test
    void aStudentWhoIsGoneKeepsTheNotes() {
        StudentNumber student = student();
        charge(student, "Trip", "8.00");
        AccountNote note = note(CLERK, student, "Forwarding address: 12 Main Street");
        office.remove(student);

        AccountNote second = note(CLERK, student, "Cheque sent there");

        assertThat(of(VIEWER, student)).containsExactly(second, note);
    }

    @Test
    void aNoteIsOneLineOfFiveHundredCharacters() {
        StudentNumber student = student();
        String longest = "é".repeat(NoteRequest.MAX_LENGTH);

        assertThat(note(CLERK, student, longest).text()).isEqualTo(longest);
        assertThat(problem(longest + "é", student)).isEqualTo(Problem.TOO_LONG);
        assertThat(problem("   ", student)).isEqualTo(Problem.MISSING);
        assertThat(problem("two\nlines", student)).isEqualTo(Problem.CONTROL_CHARACTER);
    }

    private Problem problem(String text, StudentNumber student) {
        InvalidInputException refusal = refusal(InvalidInputException.class, () -> note(CLERK, student, text));
        assertThat(refusal.field()).isEqualTo(Field.NOTE_TEXT);
        return refusal.problem();
    }

    @Test
    void everyNoteHasALineInTheAuditLogWithoutItsText() {
        StudentNumber student = student();
        AccountNote note = note(CASHIER, student, "Pays on Fridays");
        takeDown(CLERK, note);
        assertNeeds(Role.ADMIN, () -> office.notes()
                .add(new NoteRequest(RequestKey.fresh(), CLERK, student, "Hardship", true)));

        AuditSubject about = new AuditSubject(Kind.NOTE, note.number().value());
        List<AuditEntry> lines = lines(about);
        assertThat(lines)
                .extracting(AuditEntry::operation)
                .containsExactly(AuditOperation.TAKE_DOWN_NOTE, AuditOperation.ADD_NOTE);
        assertThat(lines.get(1).subject()).contains(new AuditSubject(Kind.STUDENT, student.value()));
        assertThat(lines.get(1).result()).contains(about);
        assertThat(lines.get(0).user()).isEqualTo("clerk");
        assertThat(lines(new AuditSubject(Kind.STUDENT, student.value())))
                .extracting(AuditEntry::outcome)
                .containsExactly(AuditOutcome.REFUSED, AuditOutcome.DONE);
    }

    private List<AuditEntry> lines(AuditSubject about) {
        return office.audit().entries(ADMIN, AuditQuery.everything().about(about), Page.first(10));
    }

    private List<AccountNote> of(Actor reader, StudentNumber student) {
        return office.notes().of(reader, student);
    }

    private AccountNote note(Actor actor, StudentNumber student, String text) {
        return office.notes().add(new NoteRequest(RequestKey.fresh(), actor, student, text, false));
    }

    private AccountNote takeDown(Actor actor, AccountNote note) {
        return office.notes().takeDown(new TakeDownRequest(RequestKey.fresh(), actor, note.number()));
    }
}
