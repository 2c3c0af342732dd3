package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.notes.AccountNote;
import org.openadmin.fees.api.notes.AccountNote.TakenDown;
import org.openadmin.fees.api.notes.AccountNotes;

/** The command {@code fees:notes}. */
@Service
@Command(scope = "fees", name = "notes", description = "Lists the notes on an account, newest first")
public final class NotesCommand extends ListCommand {

    @Reference(optional = true)
    AccountNotes notes;

    @Argument(
            name = "account",
            description = "The number of the student, or of a payer such as P12",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--all", description = "Lists those that were taken down too")
    boolean all;

    public NotesCommand() {}

    NotesCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        AccountNumber account = AccountNumber.parse(Arguments.one("account", arguments));
        List<List<Object>> rows = require(notes).of(actor(), account).stream()
                .filter(note -> all || note.takenDown().isEmpty())
                .map(this::row)
                .toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("notes.none", account));
            return;
        }
        list(
                "list.notes",
                List.of("note", "recorded", "user", "confidential", "taken_down", "taken_down_by", "text"),
                rows,
                output);
    }

    private List<Object> row(AccountNote note) {
        return List.of(
                note.number().value(),
                time(note.recordedAt()),
                note.recordedBy(),
                note.confidential() ? message("notes.confidential") : "",
                note.takenDown().map(end -> time(end.at())).orElse(""),
                note.takenDown().map(TakenDown::by).orElse(""),
                note.text());
    }
}
