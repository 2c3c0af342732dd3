package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNotes;
import org.openadmin.fees.api.notes.NoteRequest;

/** The command {@code fees:note-add}. */
@Service
@Command(scope = "fees", name = "note-add", description = "Writes a note on an account")
public final class NoteAddCommand extends ShellCommand {

    @Reference(optional = true)
    AccountNotes notes;

    @Argument(
            name = "account",
            description = "The number of the student or payer, and then the note",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--confidential", description = "Only administrators see it")
    boolean confidential;

    @Option(name = "--key", description = "A UUID for this request: sent twice, one note is written")
    String key;

    public NoteAddCommand() {}

    NoteAddCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (arguments.isEmpty()) {
            throw new UsageException("usage.argument-missing", "account");
        }
        AccountNumber account = AccountNumber.parse(arguments.get(0));
        String text = String.join(" ", arguments.subList(1, arguments.size()));
        AccountNote note = require(notes).add(new NoteRequest(requestKey(key), actor(), account, text, confidential));
        output.line(message("notes.added", note.number(), account));
    }
}
