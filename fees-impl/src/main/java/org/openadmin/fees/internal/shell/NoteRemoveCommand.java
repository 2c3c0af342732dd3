package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.NoteNumber;
import org.openadmin.fees.api.notes.TakeDownRequest;

/** The command {@code fees:note-remove}. */
@Service
@Command(
        scope = "fees",
        name = "note-remove",
        description = "Takes a note down that no longer applies; it remains among the earlier notes")
public final class NoteRemoveCommand extends ShellCommand {

    @Reference(optional = true)
    AccountNotes notes;

    @Argument(name = "note", description = "The note's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--key", description = "A UUID for this request")
    String key;

    public NoteRemoveCommand() {}

    NoteRemoveCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        NoteNumber number = NoteNumber.parse(Arguments.one("note", arguments));
        AccountNote note = require(notes).takeDown(new TakeDownRequest(requestKey(key), actor(), number));
        output.line(message("notes.removed", note.number(), note.account()));
    }
}
