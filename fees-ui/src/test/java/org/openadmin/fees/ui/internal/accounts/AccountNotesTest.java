package org.openadmin.fees.ui.internal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openadmin.fees.ui.internal.Screens.click;
import static org.openadmin.fees.ui.internal.Screens.find;
import static org.openadmin.fees.ui.internal.Screens.press;
import static org.openadmin.fees.ui.internal.Screens.shows;
import static org.openadmin.fees.ui.internal.Screens.text;
import static org.openadmin.fees.ui.internal.Screens.type;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openadmin.fees.api.RequestKey;
import org.openadmin.fees.api.StorageException;
import org.openadmin.fees.api.StorageException.Outcome;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.NoteRequest;
import org.openadmin.fees.testkit.Kit;

/** The notes on an account: read, written, taken down. */
class AccountNotesTest {

    @RegisterExtension
    final AccountScreen screen = new AccountScreen();

    @Test
    void aNoteIsWrittenAndTakenDown() {
        screen.openAccount("fees-bill");
        assertThat(shows(Component.class, "account-notes")).isFalse();

        click("note-add");
        assertThat(shows(Checkbox.class, "note-confidential")).isFalse();
        type("note-text", "Promised to pay on Friday");
        press(find(TextField.class, "note-text"), Key.ENTER);

        assertThat(shows(Dialog.class, "note-dialog")).isFalse();
        assertThat(text("account-notes")).contains("Promised to pay on Friday", "clerk");

        LocatorJ._click(find(NativeButton.class, "note-take-down-1"));
        assertThat(find(Details.class, "notes-earlier").getSummaryText()).isEqualTo("1 earlier note");
        assertThat(text("notes-earlier")).contains("Promised to pay on Friday", "taken down");
    }

    @Test
    void anEmptyNoteIsNotSaved() {
        screen.openAccount("fees-bill");
        click("note-add");
        click("note-save");
        assertThat(find(TextField.class, "note-text").getErrorMessage()).isEqualTo("Enter what should be remembered.");
        assertThat(screen.office.requests(NoteRequest.class)).isEmpty();
    }

    @Test
    void whoMayOnlyLookReadsNotesAndWritesNone() {
        note("Twins", false);
        screen.openAccount("fees-view");
        assertThat(text("account-notes")).contains("Twins");
        assertThat(shows(Button.class, "note-add")).isFalse();
        assertThat(shows(NativeButton.class, "note-take-down-1")).isFalse();
    }

    @Test
    void confidentialNotesAreShownToAdministratorsOnly() {
        note("Family in hardship", true);
        screen.openAccount("fees-bill");
        assertThat(shows(Component.class, "account-notes")).isFalse();

        screen.openAccount("fees-admin");
        assertThat(text("account-notes")).contains("Confidential", "Family in hardship");
        click("note-add");
        find(Checkbox.class, "note-confidential").setValue(true);
        type("note-text", "Pays by bursary");
        click("note-save");
        assertThat(screen.office.notes().of(Kit.VIEWER, screen.ines)).isEmpty();
        assertThat(screen.office.notes().of(Kit.ADMIN, screen.ines)).hasSize(2);
    }

    @Test
    void afterALostAnswerTheSameNoteIsSentAgain() {
        screen.openAccount("fees-bill");
        click("note-add");
        type("note-text", "Twins");
        screen.office.failAfterNext(new StorageException(Outcome.UNKNOWN, null));
        click("note-save");
        assertThat(text("note-notice")).isNotEmpty();
        assertThat(find(TextField.class, "note-text").isReadOnly()).isTrue();

        click("note-save");
        assertThat(screen.office.notes().of(Kit.VIEWER, screen.ines)).hasSize(1);
    }

    @Test
    void whenNotesCannotBeReadTheAccountIsShownNevertheless() {
        screen.office.failNextQuery(AccountNotes.class, new StorageException(Outcome.NOTHING_STORED, null));
        screen.openAccount("fees-bill");
        assertThat(text("notes-problem")).contains("database did not respond");
        assertThat(text("account-due")).isEqualTo("14.95");
    }

    @Test
    void theWordsAreFrenchToo() {
        note("Jumelles", false);
        screen.open(Locale.CANADA_FRENCH, "fees-bill").setParameter(null, "100");
        assertThat(find(Button.class, "note-add").getText()).isEqualTo("Ajouter une note…");
        assertThat(text("account-notes")).contains("Jumelles", "Retirer");
    }

    private void note(String text, boolean confidential) {
        screen.office.notes().add(new NoteRequest(RequestKey.fresh(), Kit.ADMIN, screen.ines, text, confidential));
    }
}
