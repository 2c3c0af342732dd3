package org.openadmin.fees.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.StudentNumber;

/** The command {@code fees:family-invoice}. */
@Service
@Command(
        scope = "fees",
        name = "family-invoice",
        description = "Writes one invoice of a student and the siblings as PDF, dated today, with one amount due")
public final class FamilyInvoiceCommand extends DocumentCommand {

    @Argument(name = "studnum", description = "The number of one of the children", required = true, multiValued = true)
    List<String> words = List.of();

    public FamilyInvoiceCommand() {}

    FamilyInvoiceCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        StudentNumber student = StudentNumber.parse(Arguments.one("studnum", arguments));
        write(
                "document.family-invoice",
                student,
                (documents, pdf) -> documents.familyInvoice(actor(), student, pdf),
                output);
    }
}
