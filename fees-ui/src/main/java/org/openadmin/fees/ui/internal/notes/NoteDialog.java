package org.openadmin.fees.ui.internal.notes;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.FeesException;
import org.openadmin.fees.api.InvalidInputException;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.ui.internal.UserContext;
import org.openadmin.fees.ui.internal.components.Banner;
import org.openadmin.fees.ui.internal.components.PendingRequest;
import org.openadmin.fees.ui.internal.components.Styles;

/** Writes a note on an account. */
final class NoteDialog extends Dialog {

    private final transient UserContext context;
    private final transient AccountNotes notes;
    private final transient AccountNumber account;
    private final transient Runnable done;
    private final transient PendingRequest<NoteRequest> pending = new PendingRequest<>();
    private final TextField text;
    private final Checkbox confidential;
    private final Banner notice = new Banner("note-notice");
    private final Button save;

    NoteDialog(UserContext context, AccountNotes notes, AccountNumber account, Runnable done) {
        this.context = context;
        this.notes = notes;
        this.account = account;
        this.done = done;
        setId("note-dialog");
        setHeaderTitle(context.text("notes.title"));
        setWidth("min(36rem, 100%)");
        text = Styles.id("note-text", new TextField(context.text("notes.text")));
        text.setMaxLength(NoteRequest.MAX_LENGTH);
        text.setManualValidation(true);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.EAGER);
        text.addValueChangeListener(e -> text.setInvalid(false));
        text.addKeyDownListener(Key.ENTER, e -> save());
        confidential = Styles.id("note-confidential", new Checkbox(context.text("notes.confidential.choice")));
        confidential.setVisible(context.may(Role.ADMIN));
        save = Styles.id("note-save", new Button(context.text("notes.save"), e -> save()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        Button cancel = Styles.id("note-cancel", new Button(context.text("action.cancel"), e -> close()));
        add(Styles.secondaryText(new Paragraph(context.text("notes.lead"))), text, confidential, notice);
        getFooter().add(cancel, save);
        addOpenedChangeListener(e -> {
            if (e.isOpened()) {
                text.focus();
            }
        });
    }

    private void save() {
        notice.clear();
        try {
            NoteRequest request = pending.get()
                    .orElseGet(() -> new NoteRequest(
                            RequestKey.fresh(), context.actor(), account, text.getValue(), confidential.getValue()));
            send(request);
        } catch (InvalidInputException e) {
            text.setErrorMessage(context.errors().of(e));
            text.setInvalid(true);
            text.focus();
        } finally {
            save.setEnabled(true);
        }
    }

    private void send(NoteRequest request) {
        try {
            notes.add(request);
            pending.answered();
            close();
            done.run();
        } catch (FeesException e) {
            notice.showProblem(context.errors().of(pending.failed(request, e)));
            // what may have been stored is sent again as it is
            text.setReadOnly(pending.isPending());
            confidential.setReadOnly(pending.isPending());
        }
    }
}
