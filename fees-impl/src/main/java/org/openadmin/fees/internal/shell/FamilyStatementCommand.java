package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.accounts.StatementRequest;

/** The command {@code fees:family-statement}. */
@Service
@Command(
        scope = "fees",
        name = "family-statement",
        description = "Writes one statement of a student and the siblings as PDF, with one total")
public final class FamilyStatementCommand extends DocumentCommand {

    @Argument(name = "studnum", description = "The number of one of the children", required = true, multiValued = true)
    List<String> words = List.of();

    @Option(
            name = "--from",
            description = "The first date, such as 2026-09-01; the beginning of the school year by default")
    String from;

    @Option(name = "--to", description = "The last date, such as 2026-12-31; today by default")
    String to;

    public FamilyStatementCommand() {}

    FamilyStatementCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        AccountNumber student = AccountNumber.parse(Arguments.one("studnum", arguments));
        LocalDate last = to == null ? today() : date(to);
        LocalDate first = from == null ? period(null, null, last).from().orElse(last) : date(from);
        StatementRequest request = new StatementRequest(actor(), student, first, last);
        write(
                "document.family-statement",
                student,
                (documents, pdf) -> documents.familyStatement(request, pdf),
                output);
    }
}
