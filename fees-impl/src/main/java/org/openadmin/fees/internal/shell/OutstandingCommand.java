package org.openadmin.fees.internal.shell;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.Money;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.accounts.AccountBalance;
import org.openadmin.fees.api.accounts.AccountHistory;
import org.openadmin.fees.api.accounts.Statements;
import org.openadmin.fees.api.journal.Journal;
import org.openadmin.fees.api.journal.JournalEntry;
import org.openadmin.fees.api.journal.JournalQuery;

/** The command {@code fees:outstanding}. */
@Service
@Command(scope = "fees", name = "outstanding", description = "Lists a student's outstanding charges, oldest first")
public final class OutstandingCommand extends ListCommand {

    @Reference(optional = true)
    Statements statements;

    @Reference(optional = true)
    Journal journal;

    @Argument(
            name = "studnum",
            description = "The number of the student, or of a payer such as P12",
            required = true,
            multiValued = true)
    List<String> words = List.of();

    public OutstandingCommand() {}

    OutstandingCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        AccountNumber student = AccountNumber.parse(Arguments.one("studnum", arguments));
        AccountHistory history = require(statements).history(actor(), student);
        List<String> heading =
                List.of("charge", "date", "name", "description", "subtotal", "taxes", "total", "due", "days");
        if (history.outstanding() == 0 && !isData()) {
            output.line(message("outstanding.none"));
            return;
        }
        part("list.outstanding", heading, rows(student), history.outstanding(), output);
        if (!isData()) {
            AccountBalance account = history.account();
            output.line(message("outstanding.sum", account.outstanding()));
            if (account.isCoveredByCredit()) {
                output.line(message("outstanding.covered", account.credit(), student));
            }
        }
    }

    /** The charges of the wanted part, read page by page. */
    private List<List<Object>> rows(AccountNumber student) {
        JournalQuery query = JournalQuery.outstandingOf(student);
        List<List<Object>> rows = new ArrayList<>();
        for (Optional<Page> page = range().page(0); page.isPresent(); page = range().page(rows.size())) {
            List<JournalEntry> charges = require(journal).entries(actor(), query, page.get());
            charges.forEach(charge -> rows.add(row(charge)));
            if (charges.size() < page.get().limit()) {
                break;
            }
        }
        return rows;
    }

    /** The last column has the days since the due date, and is empty for a charge that is not overdue. */
    private List<Object> row(JournalEntry charge) {
        Money subtotal = charge.subtotal().orElse(charge.total());
        return List.of(
                charge.id(),
                charge.date().<Object>map(date -> date).orElse(""),
                kinds().of(charge.name(), charge.links().part()),
                charge.description(),
                subtotal.amount(),
                charge.total().minus(subtotal).amount(),
                charge.total().amount(),
                charge.due().<Object>map(due -> due).orElse(""),
                charge.due()
                        .filter(due -> charge.isOverdue(today()))
                        .<Object>map(due -> ChronoUnit.DAYS.between(due, today()))
                        .orElse(""));
    }
}
