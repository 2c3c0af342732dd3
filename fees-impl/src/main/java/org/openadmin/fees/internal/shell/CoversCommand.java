package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.AccountNumber;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.Covers;

/** The command {@code fees:covers}. */
@Service
@Command(scope = "fees", name = "covers", description = "Lists which payer pays for which student")
public final class CoversCommand extends ListCommand {

    @Reference(optional = true)
    Covers covers;

    @Argument(
            name = "account",
            description = "The number of a payer, such as P12, or of a student; all by default",
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--all", description = "Lists those that have ended too")
    boolean all;

    public CoversCommand() {}

    CoversCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        Optional<AccountNumber> account = arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(AccountNumber.parse(Arguments.one("account", arguments)));
        List<List<Object>> rows = require(covers).list(actor(), account).stream()
                .filter(cover -> all || cover.lastDay().filter(today()::isAfter).isEmpty())
                .map(this::row)
                .toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("covers.none"));
            return;
        }
        list(
                "list.covers",
                List.of(
                        "cover",
                        "payer",
                        "student",
                        "fee",
                        "percent",
                        "year_limit",
                        "first_day",
                        "last_day",
                        "authorization",
                        "reason",
                        "user"),
                rows,
                output);
    }

    private List<Object> row(Cover cover) {
        CoverTerms terms = cover.terms();
        return List.of(
                cover.number().value(),
                terms.payer(),
                terms.student(),
                terms.fee().orElseGet(() -> isForPrograms() ? "" : message("covers.every-fee")),
                terms.percent(),
                terms.yearLimit().<Object>map(limit -> limit.amount()).orElse(""),
                terms.from(),
                cover.lastDay().<Object>map(day -> day).orElse(""),
                terms.authorization(),
                cover.ended().map(Cover.End::reason).orElse(""),
                cover.recordedBy());
    }
}
