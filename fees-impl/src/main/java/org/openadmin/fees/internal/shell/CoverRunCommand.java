package org.openadmin.fees.internal.shell;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.openadmin.fees.api.Page;
import org.openadmin.fees.api.PayerNumber;
import org.openadmin.fees.api.payers.CoverRun;
import org.openadmin.fees.api.payers.CoverRun.Undone;
import org.openadmin.fees.api.payers.CoverRunNumber;
import org.openadmin.fees.api.payers.CoverRunPlan;
import org.openadmin.fees.api.payers.CoverRunPlan.Transfer;
import org.openadmin.fees.api.payers.CoverRunRequest;
import org.openadmin.fees.api.payers.Covers;
import org.openadmin.fees.api.payers.UndoCoverRunRequest;

/** The command {@code fees:cover-run}. */
@Service
@Command(
        scope = "fees",
        name = "cover-run",
        description = "Transfers what the covers reach to the payers; lists the runs, or undoes one")
public final class CoverRunCommand extends ListCommand {

    @Reference(optional = true)
    Covers covers;

    @Argument(name = "none", description = "There are no arguments", multiValued = true)
    List<String> words = List.of();

    @Option(name = "--payer", description = "Uses the covers of this payer only, such as P12")
    String payer;

    @Option(name = "--dry-run", description = "Lists what would be transferred, and saves nothing")
    boolean dryRun;

    @Option(name = "--runs", description = "Lists the runs, latest first")
    boolean runs;

    @Option(name = "--undo", description = "Undoes the run with this number")
    String undo;

    @Option(name = "--reason", description = "Why it is undone")
    String reason = "";

    @Option(name = "--key", description = "A UUID for this request: sent twice, it has one effect")
    String key;

    public CoverRunCommand() {}

    CoverRunCommand(ShellUser user, Output output) {
        super(user, output);
    }

    @Override
    List<String> arguments() {
        return words;
    }

    @Override
    void run(List<String> arguments, Output output) {
        if (!arguments.isEmpty()
                || List.of(dryRun, runs, undo != null).stream()
                                .filter(each -> each)
                                .count()
                        > 1) {
            throw new UsageException("usage.cover-run");
        }
        Optional<PayerNumber> only = Optional.ofNullable(payer).map(OptionValues::payer);
        if (runs) {
            listRuns(output);
        } else if (undo != null) {
            CoverRun undone = require(covers)
                    .undo(new UndoCoverRunRequest(requestKey(key), actor(), CoverRunNumber.parse(undo), reason));
            Undone back = undone.undone().orElseThrow();
            output.line(message("covers.run.undone", undone.number(), back.charges(), back.total()));
        } else if (dryRun) {
            preview(require(covers).preview(actor(), only), output);
        } else {
            CoverRun done = require(covers).run(new CoverRunRequest(requestKey(key), actor(), only, Optional.empty()));
            output.line(message("covers.run.done", done.number(), done.transfers(), done.total()));
        }
    }

    private void preview(CoverRunPlan plan, Output output) {
        if (plan.transfers().isEmpty() && !isData()) {
            output.line(message("covers.run.nothing"));
            return;
        }
        list(
                "list.cover-run",
                List.of("payer", "student", "name", "charge", "fee", "date", "total", "amount", "cover"),
                plan.transfers().stream().map(CoverRunCommand::row).toList(),
                output);
        if (!isData()) {
            plan.shortages()
                    .forEach(fund ->
                            output.line(message("covers.run.short", fund.fund(), fund.missing(), fund.needed())));
            output.line(message("covers.run.would", plan.transfers().size(), plan.total()));
        }
    }

    private static List<Object> row(Transfer each) {
        return List.of(
                each.payer(),
                each.cover().terms().student(),
                each.student().name(),
                each.charge(),
                each.fee(),
                each.charged(),
                each.whole().amount(),
                each.amount().amount(),
                each.cover().number().value());
    }

    private void listRuns(Output output) {
        List<List<Object>> rows =
                require(covers)
                        .runs(actor(), new Page(range().offset(), Math.min(range().limit(), Page.MAX_LIMIT)))
                        .stream()
                        .map(this::row)
                        .toList();
        if (rows.isEmpty() && !isData()) {
            output.line(message("covers.run.none"));
            return;
        }
        part(
                "list.cover-runs",
                List.of("run", "date", "payer", "charges", "total", "user", "undone"),
                rows,
                rows.size(),
                output);
    }

    private List<Object> row(CoverRun run) {
        return List.of(
                run.number(),
                run.date(),
                run.payer().map(Object::toString).orElse(""),
                run.transfers(),
                run.total().amount(),
                run.recordedBy(),
                run.undone().<Object>map(Undone::date).orElse(""));
    }
}
