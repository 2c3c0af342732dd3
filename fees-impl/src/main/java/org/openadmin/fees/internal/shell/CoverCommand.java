package org.openadmin.fees.internal.shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Role;
import org.openadmin.fees.api.StudentNumber;
import org.openadmin.fees.api.collection.CollectionPeriod;
import org.openadmin.fees.api.payers.AddCoverRequest;
import org.openadmin.fees.api.payers.Cover;
import org.openadmin.fees.api.payers.CoverNumber;
import org.openadmin.fees.api.payers.CoverTerms;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.EndCoverRequest;

/** The command {@code fees:cover}. */
@Service
@Command(scope = "fees", name = "cover", description = "Adds a cover: a payer pays for a student; or ends one")
public final class CoverCommand extends ShellCommand {

    private static final int PAYER_AND_STUDENT = 2;

    @Reference(optional = true)
    Covers covers;

    @Argument(
            name = "payer",
            description = "The number of the payer, such as P12, and that of the student",
            multiValued = true)
    List<String> words = List.of();

    @Option(name = "--fee", description = "The name of the fee; all fees by default")
    String fee;

    @Option(name = "--percent", description = "How much of each charge, such as 60; 100 by default")
    String percent = "100";

    @Option(name = "--year-limit", description = "The most that the payer pays in a school year")
    String limit;

    @Option(name = "--from", description = "The first date of the charges; by default the first day of the school year")
    String from;

    @Option(name = "--to", description = "The last date of the charges; with --end, today by default")
    String to;

    @Option(name = "--authorization", description = "The number under which the payer pays")
    String authorization = "";

    @Option(name = "--end", description = "Ends the cover with this number")
    String end;

    @Option(name = "--reason", description = "Why it is ended")
    String reason = "";

    @Option(name = "--key", description = "A UUID for this request: sent twice, it has one effect")
    String key;

    public CoverCommand() {}

    CoverCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    Role requiredRole() {
        return Role.BILL;
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (arguments.size() != (end == null ? PAYER_AND_STUDENT : 0)) {
            throw new UsageException("usage.cover");
        }
        if (end != null) {
            LocalDate last = to == null ? today() : date(to);
            Cover ended = require(covers)
                    .end(new EndCoverRequest(requestKey(key), actor(), CoverNumber.parse(end), last, reason));
            output.line(message("covers.ended", ended.number(), last));
            return;
        }
        CoverTerms terms = new CoverTerms(
                OptionValues.payer(arguments.get(0)),
                StudentNumber.parse(arguments.get(1)),
                Optional.ofNullable(fee),
                CoverTerms.percent(percent),
                Optional.ofNullable(limit).map(amount -> money("--year-limit", amount)),
                from == null ? CollectionPeriod.schoolYear(today()).from().orElseThrow() : date(from),
                Optional.ofNullable(to).map(this::date),
                authorization);
        Cover added = require(covers).add(new AddCoverRequest(requestKey(key), actor(), terms));
        output.line(message(
                "covers.added",
                added.number(),
                added.terms().payer(),
                added.terms().student()));
    }
}
