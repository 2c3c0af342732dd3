package org.openadmin.fees.ui.internal.notes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNote.TakenDown;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.TakeDownRequest;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;

/**
 * The notes on an account, a line each. It takes no space while there is none. A failure to read or change them is shown here
 * only: a payment can be taken nevertheless.
 */
public final class AccountNotesPanel extends Div {

    /** Whether notes that were taken down are listed too. */
    public enum Extent {
        CURRENT,
        ALL
    }

    private final transient UserContext context;
    private final transient AccountNotes notes;
    private final transient AccountNumber account;
    private final Extent extent;
    private final transient PendingRequest<TakeDownRequest> pending = new PendingRequest<>();
    private final Button add;

    public AccountNotesPanel(UserContext context, AccountNotes notes, AccountNumber account, Extent extent) {
        this.context = context;
        this.notes = notes;
        this.account = account;
        this.extent = extent;
        setId("account-notes");
        Styles.css("fees-notes", this);
        add = Styles.id("note-add", new Button(context.text("notes.add"), e -> write()));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE, ButtonVariant.LUMO_SMALL);
        add.setVisible(mayWrite());
        refresh();
    }

    /** The button to write a note, for the student's header; hidden if the user may not. */
    public Button addButton() {
        return add;
    }

    private boolean mayWrite() {
        return context.may(Role.BILL) || context.may(Role.CASHIER);
    }

    private void write() {
        new NoteDialog(context, notes, account, this::refresh).open();
    }

    private void refresh() {
        removeAll();
        try {
            List<AccountNote> all = notes.of(context.actor(), account);
            all.stream()
                    .filter(note -> note.takenDown().isEmpty())
                    .map(this::current)
                    .forEach(this::add);
            List<Div> earlier = all.stream()
                    .flatMap(note -> note.takenDown().stream().map(end -> earlier(note, end)))
                    .toList();
            if (extent == Extent.ALL && !earlier.isEmpty()) {
                Details list = Styles.id("notes-earlier", new Details(context.text("notes.earlier", earlier.size())));
                earlier.forEach(list::add);
                add(list);
            }
        } catch (FeesException e) {
            problem(e);
        }
        setVisible(getComponentCount() > 0);
    }

    private Div current(AccountNote note) {
        Div line = line(note, context.text("notes.by", context.format(note.recordedAt()), note.recordedBy()));
        if (mayWrite()) {
            NativeButton down =
                    Styles.textButton(new NativeButton(context.text("notes.take-down"), e -> takeDown(note)));
            down.addClassName("fees-small");
            down.setId("note-take-down-" + note.number());
            down.getElement().setAttribute("aria-label", context.text("notes.take-down.label", note.text()));
            line.add(down);
        }
        return line;
    }

    private Div earlier(AccountNote note, TakenDown end) {
        return line(
                note,
                context.text(
                        "notes.ended",
                        context.format(note.recordedAt()),
                        note.recordedBy(),
                        context.format(end.at()),
                        end.by()));
    }

    private Div line(AccountNote note, String by) {
        Div line = Styles.css("fees-note", Styles.row());
        if (note.confidential()) {
            line.add(Styles.badge(context.text("notes.confidential"), Styles.Badge.CONTRAST));
        }
        line.add(Styles.wrap(new Span(note.text())));
        Span who = Styles.css("fees-small", Styles.secondaryText(new Span(by)));
        line.add(who);
        return line;
    }

    private void takeDown(AccountNote note) {
        // the same request again, if the last answer was lost
        TakeDownRequest request = pending.get()
                .filter(unanswered -> unanswered.note().equals(note.number()))
                .orElseGet(() -> new TakeDownRequest(RequestKey.fresh(), context.actor(), note.number()));
        Optional<RuntimeException> failure = Optional.empty();
        try {
            notes.takeDown(request);
            pending.answered();
        } catch (FeesException e) {
            failure = Optional.of(pending.failed(request, e));
        }
        refresh();
        failure.ifPresent(this::problem);
        add.focus();
    }

    private void problem(RuntimeException failure) {
        Span sentence = Styles.id("notes-problem", new Span(context.errors().of(failure)));
        sentence.getElement().setAttribute("role", "alert");
        addComponentAsFirst(Styles.wrap(sentence));
        setVisible(true);
    }
}
