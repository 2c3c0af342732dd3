package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.imports.ImportNumber;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.imports.PostedImport;
import org.openadmin.fees.api.imports.UndoImportRequest;

/** The command {@code fees:import-undo}. */
@Service
@Command(
        scope = "fees",
        name = "import-undo",
        description = "Undoes an import: voids its receipts, and takes its unclaimed money out of the list")
public final class ImportUndoCommand extends ShellCommand {

    @Reference(optional = true)
    Imports imports;

    @Argument(name = "import", description = "The import's number", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(name = "--reason", description = "The reason, saved with each row")
    String reason;

    @Option(name = "--key", description = "A UUID for this request: sent twice, it is done once")
    String key;

    public ImportUndoCommand() {}

    ImportUndoCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        ImportNumber number = ImportNumber.parse(Arguments.one("import", arguments));
        PostedImport undone = require(imports)
                .undo(new UndoImportRequest(
                        requestKey(key), actor(), number, UsageException.required("--reason", reason)));
        output.line(message("import.undone", undone.number(), undone.receipts(), undone.total()));
    }
}
