package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.openadmin.fees.internal.verify.Verification;
import org.openadmin.fees.internal.verify.Verification.Fault;
import org.openadmin.fees.internal.verify.Verification.Report;

/** The command {@code fees:verify}. */
@Service
@Command(
        scope = "fees",
        name = "verify",
        description = "Checks the journal for faults and lists each row or student concerned. Faults in old data are"
                + " listed as inherited and do not fail the command")
public final class VerifyCommand extends ListCommand {

    @Reference(optional = true)
    Verification verification;

    public VerifyCommand() {}

    VerifyCommand(ShellUser user, Output output) {
        super(user, output);
    }

    /** The same in every language: the names of the rules are English, too. */
    @Override
    List<String> titles(List<String> columns) {
        return columns;
    }

    @Override
    void run(List<String> arguments, Output output) throws Exception {
        Report report = require(verification).run();
        List<String> heading = List.of("invariant", "subject", "found", "expected", "inherited");
        List<List<Object>> rows =
                report.faults().stream().map(VerifyCommand::row).toList();
        if (isData() || !rows.isEmpty()) {
            list("list.verify", heading, rows, output);
        }
        long inherited = report.faults().size() - report.own();
        if (report.own() > 0 && csv && out == null) {
            // a sentence would be read as another row of the CSV output
            throw new CommandException("", "");
        }
        if (report.own() > 0) {
            throw inherited > 0
                    ? new UsageException("verify.broken.inherited", report.own(), inherited)
                    : new UsageException("verify.broken", report.own());
        }
        if (!csv || out != null) {
            output.line(message(
                            "verify.ok",
                            report.rows(),
                            report.students(),
                            report.receipts(),
                            report.batches(),
                            report.sum())
                    + (inherited > 0 ? "; " + message("verify.inherited", inherited) : ""));
        }
    }

    private static List<Object> row(Fault fault) {
        return List.of(
                fault.invariant(),
                fault.subject(),
                fault.found(),
                fault.expected(),
                fault.inherited() ? "inherited" : "");
    }
}
