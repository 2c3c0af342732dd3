package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.imports.Imports;
import org.openadmin.fees.api.imports.PostedImport;

/** The command {@code fees:imports}. */
@Service
@Command(scope = "fees", name = "imports", description = "Lists the imports, newest first")
public final class ImportsCommand extends ListCommand {

    @Reference(optional = true)
    Imports imports;

    public ImportsCommand() {}

    ImportsCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.CASHIER;
    }

    @Override
    void run(List<String> arguments, Output output) {
        List<List<Object>> rows =
                require(imports).list(actor()).stream().map(this::row).toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("imports.none"));
            return;
        }
        list(
                "list.imports",
                List.of(
                        "import",
                        "kind",
                        "file",
                        "lines",
                        "total",
                        "receipts",
                        "unclaimed",
                        "recorded_at",
                        "user",
                        "status"),
                rows,
                output);
    }

    private List<Object> row(PostedImport each) {
        return List.of(
                each.number(),
                each.kind().code(),
                each.file(),
                each.lines(),
                each.total().amount(),
                each.receipts(),
                each.unclaimed(),
                isForPrograms() ? each.at() : time(each.at()),
                each.by(),
                each.undone() ? (isForPrograms() ? "undone" : message("imports.undone")) : "");
    }
}
